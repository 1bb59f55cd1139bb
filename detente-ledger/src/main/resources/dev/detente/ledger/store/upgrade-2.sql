-- From tables 2 to 3: what people think of records, and searches that are told of what is new.
CREATE TABLE mark (
  number BIGINT NOT NULL, content BIGINT NOT NULL, address VARCHAR NOT NULL, verdict VARCHAR NOT NULL,
  speaker VARCHAR, act VARCHAR, type VARCHAR, relation VARCHAR, target VARCHAR, note VARCHAR,
  machine VARCHAR NOT NULL, reviewer VARCHAR NOT NULL, made TIMESTAMP NOT NULL);
CREATE TABLE search (
  id VARCHAR NOT NULL, name VARCHAR NOT NULL, query VARCHAR NOT NULL, secret VARCHAR NOT NULL, hook VARCHAR,
  made TIMESTAMP NOT NULL, reached BIGINT NOT NULL, since TIMESTAMP NOT NULL);
CREATE VIEW marks AS
  SELECT address, verdict, speaker, act, type, relation, target, note, machine, reviewer, made FROM mark;
