//! probe
use jiexiang::*;
fn main(){
  for i in 1..=6 { let id=format!("nanchuan-2024/package-{i}"); match Package::builtin(&id).unwrap() { Ok(_)=>println!("{id} ok"), Err(f)=>{println!("{id}: {}",f.len()); for x in f.iter().take(30){println!("  {} {:?} [{}] {}",x.path,x.position.map(|p|(p.line,p.column)),x.code.as_str(),x.message(finding::Locale::En));}}}}
}
