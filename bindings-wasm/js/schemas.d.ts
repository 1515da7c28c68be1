/** JSON Schemas of packages, contracts and entries, by name. */
declare const schemas: Record<string, object>;
export default schemas;
