use crate::ledger::Ledger;
use crate::misuse::misused;
use jiexiang::api::Misuse;
use pyo3::prelude::*;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// How long Ctrl-C may go unheard.
const PATIENCE: Duration = Duration::from_millis(50);

/// The answer to the job of this number.
type Answered = (usize, Result<String, Misuse>);

/// Puts a question to every `(ledger, options)`, on several threads; answers in their order.
///
/// Between answers Python hears of signals and progress; an exception from there, or the
/// first misuse, ends the batch.
#[pyfunction]
pub(crate) fn ask_each(
    py: Python<'_>,
    jobs: Vec<(Py<Ledger>, String)>,
    question: &str,
    threads: Option<usize>,
    progress: Option<Py<PyAny>>,
) -> PyResult<Vec<String>> {
    let threads = threads.or_else(|| thread::available_parallelism().map(usize::from).ok()).unwrap_or(1);
    let threads = threads.clamp(1, jobs.len().max(1));
    py.detach(|| {
        let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
        thread::scope(|scope| {
            let (sender, answers) = channel();
            for _ in 0..threads {
                let (jobs, next, stop, sender) = (&jobs, &next, &stop, sender.clone());
                // One job after the other until none is left or the batch is to stop.
                scope.spawn(move || {
                    while !stop.load(Ordering::Relaxed) {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        let Some((ledger, options)) = jobs.get(at) else { return };
                        let answer = jiexiang::api::ask(&[&ledger.get().state().ledger], question, options);
                        // Nobody listens any more when the batch was ended.
                        let _ = sender.send((at, answer));
                    }
                });
            }
            drop(sender);
            let gathered = gather(jobs.len(), progress.as_ref(), || answers.recv_timeout(PATIENCE));
            stop.store(true, Ordering::Relaxed);
            gathered
        })
    })
}

fn gather(
    jobs: usize,
    progress: Option<&Py<PyAny>>,
    mut next: impl FnMut() -> Result<Answered, RecvTimeoutError>,
) -> PyResult<Vec<String>> {
    let mut answers = vec![String::new(); jobs];
    let mut done = 0;
    while done < jobs {
        let answered = next();
        Python::attach(|py| {
            py.check_signals()?;
            match answered {
                Ok((at, answer)) => {
                    answers[at] = answer.map_err(|misuse| misused(py, &misuse))?;
                    done += 1;
                    progress.map_or(Ok(()), |progress| progress.call1(py, (done, jobs)).map(|_| ()))
                }
                Err(RecvTimeoutError::Timeout) => Ok(()),
                Err(RecvTimeoutError::Disconnected) => {
                    Err(pyo3::exceptions::PyRuntimeError::new_err("a worker thread ended early"))
                }
            }
        })?;
    }
    Ok(answers)
}
