"""The same in SQL for DuckDB."""

from __future__ import annotations

from records import AS_OF, MAJORS, PACKAGE, PLACE

RELATED = ", ".join(f"'{major}'" for major in ["social_work", *MAJORS])

QUERY = f"""
WITH known AS (SELECT * FROM records WHERE recorded_at <= DATE '{AS_OF}'),
entered AS (
  SELECT *, len(workers) > 0 AS has_worker FROM known WHERE package = '{PACKAGE}' AND (minutes IS NULL OR minutes >= 0)),
held AS (SELECT entered.* FROM entered JOIN contracts USING (contract) WHERE date BETWEEN service_start AND service_end),
staff AS (
  SELECT contract, id AS staff, postings,
    coalesce(len(list_filter(certificates, lambda c: c.level IN ('assistant_social_worker', 'social_worker', 'senior_social_worker'))) > 0, false)
    OR coalesce(len(list_filter(education, lambda e: e.level IN ('junior_college', 'bachelor', 'master', 'doctor') AND e.major IN ({RELATED}))) > 0, false) AS qualified
  FROM known WHERE kind = 'staff'),
postings AS (SELECT contract, qualified, unnest(postings) AS posting FROM staff),
everyone AS (SELECT contract, bool_and(qualified) AS everyone FROM postings WHERE posting.package = '{PACKAGE}' GROUP BY contract),
spans AS (
  SELECT contract, greatest(posting."from", service_start) AS first, least(coalesce(posting."to", service_end), service_end) AS last,
    service_start, service_end
  FROM postings JOIN contracts USING (contract)
  WHERE posting.package = '{PACKAGE}' AND qualified AND posting.full_time AND posting.place = '{PLACE}'),
gaps AS (
  SELECT contract, last, service_end, greatest(first - coalesce(max(last) OVER (
    PARTITION BY contract ORDER BY first ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), service_start - 1) - 1, 0) AS gap
  FROM spans WHERE first <= last),
covered AS (SELECT contract, sum(gap) + (any_value(service_end) - max(last)) AS days FROM gaps GROUP BY contract),
seen AS (
  SELECT DISTINCT contract, date, unnest(subjects).person AS person FROM held
  WHERE kind = 'visit' AND mode IN ('home', 'site') AND has_worker AND place IS NOT NULL
    AND category IN ('outreach', 'survey', 'condolence', 'incubation_follow_up', 'other')),
living AS (
  SELECT contract, person, r."from" AS first, r."to" AS last
  FROM (SELECT contract, id AS person, unnest(residences) AS r FROM known WHERE kind = 'person') WHERE r.place = '{PLACE}'),
children AS (
  SELECT contract, person, c."from" AS first, c."to" AS last,
    birth_date + CASE c.category WHEN 'left_behind' THEN INTERVAL 16 YEAR ELSE INTERVAL 18 YEAR END AS grown
  FROM (SELECT contract, id AS person, birth_date, unnest(categories) AS c FROM known WHERE kind = 'person')
  WHERE c.category IN ('left_behind', 'in_difficulty')),
visited AS (
  SELECT contract, count(DISTINCT person) AS n FROM seen JOIN living l USING (contract, person) JOIN children c USING (contract, person)
  WHERE date BETWEEN l.first AND coalesce(l.last, DATE '{AS_OF}') AND date BETWEEN c.first AND coalesce(c.last, DATE '{AS_OF}')
    AND date < grown GROUP BY contract),
contacts AS (
  SELECT contract, "case" AS id FROM held WHERE kind = 'case_contact' AND has_worker AND mode IS NOT NULL
  GROUP BY ALL HAVING count(DISTINCT date) >= 5),
cases AS (
  SELECT e.contract, count(DISTINCT e.id) AS n FROM entered e SEMI JOIN contacts USING (contract, id)
  JOIN living l ON l.contract = e.contract AND l.person = e.client
  WHERE kind = 'case' AND has_worker AND date BETWEEN l.first AND coalesce(l.last, DATE '{AS_OF}') GROUP BY e.contract),
sessions AS (
  SELECT contract, "group" AS id FROM held WHERE kind = 'group_session' AND has_worker AND place IS NOT NULL AND len(present) > 0
  GROUP BY ALL HAVING count(DISTINCT date) >= 5),
led AS (
  SELECT DISTINCT contract, id FROM (
    SELECT contract, id, unnest(workers).staff AS staff FROM entered WHERE kind = 'group' AND plan IS NOT NULL)
  SEMI JOIN (SELECT contract, staff FROM staff WHERE qualified) USING (contract, staff)),
groups AS (SELECT contract, count(*) AS n FROM led SEMI JOIN sessions USING (contract, id) GROUP BY contract),
reports AS (
  SELECT contract, count(DISTINCT (regexp_replace(lower(title), '[\\s[:punct:]]', '', 'g'), o.level)) AS n
  FROM held JOIN (SELECT contract, id AS outlet, level FROM known WHERE kind = 'outlet') o USING (contract, outlet)
  WHERE kind = 'publication' AND channel = 'media' AND o.level IN ('district', 'city', 'national') GROUP BY contract),
plain AS (
  SELECT contract,
    count(DISTINCT category) FILTER (kind = 'document' AND category IN ('needs_list', 'project_design')) AS documents,
    count(*) FILTER (kind = 'attestation' AND item = 'supply_demand_matching' AND len(items) > 0) AS matching,
    count(*) FILTER (kind = 'document' AND category = 'case_study' AND "case" IS NOT NULL) AS studies,
    count(*) FILTER (is_event AND category = 'community_activity') AS events,
    count(*) FILTER (is_event AND category = 'community_activity' AND headcount >= 50
      AND (counted_by = 'sign_in' AND list_contains(kinds, 'sign_in_sheet')
        OR counted_by = 'counter' AND list_has_any(kinds, ['sign_in_sheet', 'record_form', 'photo']))) AS large,
    count(*) FILTER (is_event AND category = 'social_work_publicity' AND headcount >= 50) AS publicity
  FROM (SELECT *, kind = 'activity' AND has_worker AND place IS NOT NULL AND headcount >= 0 AS is_event,
      list_transform(attachments, lambda attachment: attachment.kind) AS kinds FROM held
    WHERE kind IN ('document', 'attestation', 'activity')) GROUP BY contract),
wide AS (
  SELECT contract, coalesce(days, service_end - service_start + 1) AS days, coalesce(everyone, false) AS everyone,
    coalesce(documents, 0) AS documents, coalesce(matching, 0) AS matching, coalesce(visited.n, 0) AS visited,
    coalesce(cases.n, 0) AS cases, coalesce(studies, 0) AS studies, coalesce(groups.n, 0) AS groups, coalesce(events, 0) AS events,
    coalesce(large, 0) AS large, coalesce(publicity, 0) AS publicity, coalesce(reports.n, 0) AS reports
  FROM contracts LEFT JOIN covered USING (contract) LEFT JOIN everyone USING (contract) LEFT JOIN visited USING (contract)
  LEFT JOIN cases USING (contract) LEFT JOIN groups USING (contract) LEFT JOIN reports USING (contract) LEFT JOIN plain USING (contract)),
long AS (
  SELECT contract, unnest([
    {{'requirement': 'P2-I1', 'value': NULL::DOUBLE, 'met': days <= 0 AND everyone}},
    {{'requirement': 'P2-I2', 'value': NULL::DOUBLE, 'met': documents >= 2 AND matching >= 1}},
    {{'requirement': 'P2-I3', 'value': visited::DOUBLE, 'met': visited >= 100}},
    {{'requirement': 'P2-I4a', 'value': cases::DOUBLE, 'met': cases >= 6}},
    {{'requirement': 'P2-I4b', 'value': studies::DOUBLE, 'met': studies >= 1}},
    {{'requirement': 'P2-I5', 'value': groups::DOUBLE, 'met': groups >= 5}},
    {{'requirement': 'P2-I6a', 'value': events::DOUBLE, 'met': events >= 6}},
    {{'requirement': 'P2-I6b', 'value': large::DOUBLE, 'met': large >= 3}},
    {{'requirement': 'P2-I7a', 'value': publicity::DOUBLE, 'met': publicity >= 1}},
    {{'requirement': 'P2-I7b', 'value': reports::DOUBLE, 'met': reports >= 6}}]) AS row FROM wide)
SELECT contract, row.requirement AS requirement, row.value AS value, CASE WHEN row.met THEN 'met' ELSE 'not_met' END AS outcome FROM long
"""
