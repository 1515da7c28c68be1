//! Registers 名册, one file per kind.

mod person;
mod household;
mod organisation;
mod staff;
mod project;
mod outlet;
mod site;

pub use person::{Person, PersonResidence, PersonCategory, PersonListing};
pub use household::{Household, HouseholdListing};
pub use organisation::{Organisation, OrganisationMember};
pub use staff::{Staff, StaffCertificate, StaffEducation, StaffPosting};
pub use project::Project;
pub use outlet::Outlet;
pub use site::Site;
