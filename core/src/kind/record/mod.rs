//! Records 台账, one file per kind.

mod activity;
mod attendance;
mod attestation;
mod case;
mod case_contact;
mod document;
mod group;
mod group_session;
mod observation;
mod publication;
mod resource;
mod satisfaction_survey;
mod supervision;
mod visit;
mod volunteer_project;

pub use activity::{Activity, ActivityParticipant};
pub use attendance::Attendance;
pub use attestation::Attestation;
pub use case::Case;
pub use case_contact::CaseContact;
pub use document::Document;
pub use group::Group;
pub use group_session::GroupSession;
pub use observation::Observation;
pub use publication::Publication;
pub use resource::Resource;
pub use satisfaction_survey::{SatisfactionSurvey, SurveyAnswer};
pub use supervision::Supervision;
pub use visit::{Visit, VisitSubject};
pub use volunteer_project::{VolunteerHours, VolunteerProject};
