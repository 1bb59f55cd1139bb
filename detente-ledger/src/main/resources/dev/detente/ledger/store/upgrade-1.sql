-- From tables 1 to 2: who is who across articles, links between them and copies. What version 1 knew of
-- entities were names alone; the ledger is linked anew when it is next written.
ALTER TABLE actor ADD COLUMN resolved VARCHAR;
ALTER TABLE actor ADD COLUMN own VARCHAR;
ALTER TABLE actor ADD COLUMN certainty VARCHAR;
ALTER TABLE actor ADD COLUMN block VARCHAR;
ALTER TABLE actor ADD COLUMN published VARCHAR;
ALTER TABLE actor ADD COLUMN reason VARCHAR;
CREATE TABLE copy (n BIGINT NOT NULL, report BIGINT NOT NULL);
CREATE TABLE decision (
  number BIGINT NOT NULL, entity VARCHAR NOT NULL, into_entity VARCHAR, members VARCHAR[], decided_by VARCHAR NOT NULL,
  reason VARCHAR NOT NULL, made TIMESTAMP NOT NULL);

CREATE VIEW links AS
  SELECT source.id AS from_article, CASE WHEN l.from_item % 2 = 1 THEN 'e' ELSE 's' END || (l.from_item % 1048576) // 2 AS from_id,
    l.relation, target.id AS to_article, CASE WHEN l.to_item % 2 = 1 THEN 'e' ELSE 's' END || (l.to_item % 1048576) // 2 AS to_id,
    l.confidence, l.why
  FROM link l JOIN article source ON source.n = l.from_item >> 20 JOIN article target ON target.n = l.to_item >> 20;
CREATE VIEW reports AS
  SELECT article.id AS article, original.id AS original, article.outlet, article.published
  FROM article LEFT JOIN copy USING (n) JOIN article original ON original.n = coalesce(copy.report, article.n);
INSERT INTO ledger VALUES ('linked', 'no');
