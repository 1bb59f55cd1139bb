-- The ledger's tables. A number n stands for one version of one article as it was coded once; items
-- (statements and events) are numbered within it, see ItemNumber. Tables hold what is current;
-- former versions keep their text, record and analysis alone.
CREATE TABLE ledger (name VARCHAR NOT NULL, value VARCHAR NOT NULL);
CREATE TABLE article (
  n BIGINT NOT NULL, id VARCHAR NOT NULL, version INTEGER NOT NULL, hash BIGINT NOT NULL,
  language VARCHAR, published VARCHAR, day DATE, last_day DATE, outlet VARCHAR, url VARCHAR, title VARCHAR,
  truncated BOOLEAN NOT NULL, model VARCHAR, codebook VARCHAR, added TIMESTAMP NOT NULL);
CREATE TABLE former (
  n BIGINT NOT NULL, id VARCHAR NOT NULL, version INTEGER NOT NULL, hash BIGINT NOT NULL,
  language VARCHAR, published VARCHAR, day DATE, last_day DATE, outlet VARCHAR, url VARCHAR, title VARCHAR,
  truncated BOOLEAN NOT NULL, model VARCHAR, codebook VARCHAR, added TIMESTAMP NOT NULL,
  replaced TIMESTAMP NOT NULL);
CREATE TABLE body (n BIGINT NOT NULL, text VARCHAR NOT NULL, record BLOB NOT NULL, analysis BLOB);
CREATE TABLE tombstone (
  id VARCHAR NOT NULL, url VARCHAR, reason VARCHAR NOT NULL, removed TIMESTAMP NOT NULL, versions INTEGER NOT NULL);
CREATE TABLE gone (n BIGINT NOT NULL, generation BIGINT NOT NULL);
CREATE TABLE entity (entity VARCHAR NOT NULL, name VARCHAR NOT NULL, kind VARCHAR NOT NULL, country VARCHAR);
CREATE TABLE alias (entity VARCHAR NOT NULL, name VARCHAR NOT NULL, folded VARCHAR NOT NULL);
CREATE TABLE actor (
  n BIGINT NOT NULL, id VARCHAR NOT NULL, entity VARCHAR NOT NULL, name VARCHAR NOT NULL, kind VARCHAR NOT NULL,
  country VARCHAR, sector VARCHAR, role VARCHAR, mentions INTEGER NOT NULL, why VARCHAR NOT NULL,
  resolved VARCHAR, own VARCHAR, certainty VARCHAR, block VARCHAR, published VARCHAR, reason VARCHAR);
CREATE TABLE statement (
  item BIGINT NOT NULL, n BIGINT NOT NULL, id VARCHAR NOT NULL, speaker VARCHAR, addressee VARCHAR,
  act VARCHAR NOT NULL, kind VARCHAR NOT NULL, date VARCHAR, day DATE, last_day DATE, place VARCHAR,
  country VARCHAR, language VARCHAR, outlet VARCHAR, begins INTEGER NOT NULL, ends INTEGER NOT NULL,
  words VARCHAR NOT NULL, speaker_id VARCHAR, addressee_id VARCHAR, why VARCHAR NOT NULL);
CREATE TABLE event (
  item BIGINT NOT NULL, n BIGINT NOT NULL, id VARCHAR NOT NULL, type VARCHAR NOT NULL, mode VARCHAR,
  contexts VARCHAR[], status VARCHAR NOT NULL, cameo VARCHAR, goldstein DOUBLE, score DOUBLE NOT NULL,
  quad VARCHAR NOT NULL, date VARCHAR, day DATE, last_day DATE, place VARCHAR, country VARCHAR,
  language VARCHAR, outlet VARCHAR, statement VARCHAR, anchor VARCHAR NOT NULL, begins INTEGER NOT NULL,
  ends INTEGER NOT NULL, words VARCHAR NOT NULL, why VARCHAR NOT NULL);
CREATE TABLE party (
  item BIGINT NOT NULL, n BIGINT NOT NULL, part VARCHAR NOT NULL, actor_id VARCHAR NOT NULL,
  entity VARCHAR NOT NULL);
CREATE TABLE about (item BIGINT NOT NULL, n BIGINT NOT NULL, entity VARCHAR NOT NULL);
CREATE TABLE place (
  n BIGINT NOT NULL, id VARCHAR NOT NULL, name VARCHAR NOT NULL, country VARCHAR, lat DOUBLE, lon DOUBLE,
  precision VARCHAR NOT NULL);
-- Links across articles. later is the number of the article that came last of the two: rows come in its
-- order, so that those of one article stand together.
CREATE TABLE link (
  from_item BIGINT NOT NULL, relation VARCHAR NOT NULL, to_item BIGINT NOT NULL, confidence DOUBLE NOT NULL,
  why VARCHAR NOT NULL, later BIGINT NOT NULL);

-- Links within an article, as its record has them.
CREATE TABLE own_link (
  n BIGINT NOT NULL, from_item BIGINT NOT NULL, relation VARCHAR NOT NULL, to_item BIGINT NOT NULL,
  confidence DOUBLE NOT NULL, why VARCHAR NOT NULL);
CREATE TABLE copy (n BIGINT NOT NULL, report BIGINT NOT NULL);
CREATE TABLE decision (
  number BIGINT NOT NULL, entity VARCHAR NOT NULL, into_entity VARCHAR, members VARCHAR[], decided_by VARCHAR NOT NULL,
  reason VARCHAR NOT NULL, made TIMESTAMP NOT NULL);
-- What people think of records. Kept by what the article says and where the words stand, so that a mark
-- stays when the article is coded anew, changed or taken out; nothing is ever changed in it.
CREATE TABLE mark (
  number BIGINT NOT NULL, content BIGINT NOT NULL, address VARCHAR NOT NULL, verdict VARCHAR NOT NULL,
  speaker VARCHAR, act VARCHAR, type VARCHAR, relation VARCHAR, target VARCHAR, note VARCHAR,
  machine VARCHAR NOT NULL, reviewer VARCHAR NOT NULL, made TIMESTAMP NOT NULL);
-- Searches that are to be told of what is new; those with a hook have it sent there.
CREATE TABLE search (
  id VARCHAR NOT NULL, name VARCHAR NOT NULL, query VARCHAR NOT NULL, secret VARCHAR NOT NULL, hook VARCHAR,
  made TIMESTAMP NOT NULL, reached BIGINT NOT NULL, since TIMESTAMP NOT NULL);

-- What people and programs ask in SQL.
CREATE VIEW articles AS
  SELECT id, version, language, published, outlet, url, title, model, codebook, added, text
  FROM article JOIN body USING (n);
CREATE VIEW versions AS
  SELECT id, version, published, outlet, url, title, model, codebook, added, replaced, text
  FROM (SELECT *, NULL::TIMESTAMP AS replaced FROM article UNION ALL BY NAME SELECT * FROM former) JOIN body USING (n);
CREATE VIEW statements AS
  SELECT article.id AS article, s.id, speaker.name AS speaker, s.act, addressee.name AS addressee, s.kind,
    s.date, s.day, s.place, s.country, s.language, s.outlet, article.published, s.begins, s.ends, s.words, s.why
  FROM statement s JOIN article USING (n)
  LEFT JOIN entity speaker ON speaker.entity = s.speaker
  LEFT JOIN entity addressee ON addressee.entity = s.addressee;
CREATE VIEW events AS
  SELECT article.id AS article, e.id, e.type, e.mode, e.contexts, e.status, e.cameo, e.goldstein, e.score, e.quad,
    (SELECT list(entity.name ORDER BY entity.name) FROM party JOIN entity USING (entity) WHERE party.item = e.item AND part = 'actor') AS actors,
    (SELECT list(entity.name ORDER BY entity.name) FROM party JOIN entity USING (entity) WHERE party.item = e.item AND part = 'recipient') AS recipients,
    e.date, e.day, e.place, e.country, e.language, e.outlet, article.published, e.statement, e.anchor, e.begins,
    e.ends, e.words, e.why
  FROM event e JOIN article USING (n);
CREATE VIEW actors AS
  SELECT article.id AS article, actor.id, entity.name AS entity, actor.name, actor.kind, actor.country, actor.sector, actor.role,
    actor.mentions, article.published, actor.why
  FROM actor JOIN article USING (n) JOIN entity USING (entity);
CREATE VIEW places AS
  SELECT article.id AS article, place.id, place.name, place.country, place.lat, place.lon, place.precision
  FROM place JOIN article USING (n);
CREATE VIEW removed AS SELECT id, url, reason, removed, versions FROM tombstone;
CREATE VIEW links AS
  SELECT source.id AS from_article, CASE WHEN l.from_item % 2 = 1 THEN 'e' ELSE 's' END || (l.from_item % 1048576) // 2 AS from_id,
    l.relation, target.id AS to_article, CASE WHEN l.to_item % 2 = 1 THEN 'e' ELSE 's' END || (l.to_item % 1048576) // 2 AS to_id,
    l.confidence, l.why
  FROM link l JOIN article source ON source.n = l.from_item >> 20 JOIN article target ON target.n = l.to_item >> 20;
CREATE VIEW reports AS
  SELECT article.id AS article, original.id AS original, article.outlet, article.published
  FROM article LEFT JOIN copy USING (n) JOIN article original ON original.n = coalesce(copy.report, article.n);
CREATE VIEW marks AS
  SELECT address, verdict, speaker, act, type, relation, target, note, machine, reviewer, made FROM mark;
