/** The packages of the district, and what they include, by id. */
declare const documents: Record<string, object>;
export default documents;
