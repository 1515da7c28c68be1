//! Records 台账, one file per kind.

mod visit;
mod case;
mod case_contact;
mod group;
mod group_session;
mod activity;
mod supervision;
mod document;
mod publication;
mod volunteer_project;
mod resource;
mod observation;
mod attendance;
mod satisfaction_survey;
mod attestation;

pub use visit::{Visit, VisitSubject};
pub use case::Case;
pub use case_contact::CaseContact;
pub use group::Group;
pub use group_session::GroupSession;
pub use activity::{Activity, ActivityParticipant};
pub use supervision::Supervision;
pub use document::Document;
pub use publication::Publication;
pub use volunteer_project::{VolunteerProject, VolunteerHours};
pub use resource::Resource;
pub use observation::Observation;
pub use attendance::Attendance;
pub use satisfaction_survey::{SatisfactionSurvey, SurveyAnswer};
pub use attestation::Attestation;
