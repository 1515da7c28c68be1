//! Registers 名册, one file per kind.

mod household;
mod organisation;
mod outlet;
mod person;
mod project;
mod site;
mod staff;

pub use household::{Household, HouseholdListing};
pub use organisation::{Organisation, OrganisationMember};
pub use outlet::Outlet;
pub use person::{Person, PersonCategory, PersonListing, PersonResidence};
pub use project::Project;
pub use site::Site;
pub use staff::{Staff, StaffCertificate, StaffEducation, StaffPosting};
