-- 001.sql: the first version of the workbook
--
-- A released script is never edited: what changes later is a script of its own. The SQL is what SQLite 3.40 and PostgreSQL 15 share.
-- (Only the type of content_chunk.data has another name there.) Row ids are UUIDs in lower case, dates are ISO 8601, and a year is
-- the calendar year in which the financial year begins.

-- What is kept. A table for each kind of row, with the fields of core/ts-entity.c in their order.

create table organisation (
  id text not null primary key,
  code text not null unique check (code <> ''),
  kind text not null,
  opened text,
  closed text
);

create table organisation_name (
  id text not null primary key,
  organisation text not null references organisation (id) deferrable initially deferred,
  name text not null,
  valid_from text,
  valid_to text
);
create index organisation_name_organisation on organisation_name (organisation);

create table organisation_parent (
  id text not null primary key,
  organisation text not null references organisation (id) deferrable initially deferred,
  parent text not null references organisation (id) deferrable initially deferred,
  valid_from text,
  valid_to text
);
create index organisation_parent_organisation on organisation_parent (organisation);
create index organisation_parent_parent on organisation_parent (parent);

create table organisation_successor (
  id text not null primary key,
  organisation text not null references organisation (id) deferrable initially deferred,
  successor text not null references organisation (id) deferrable initially deferred,
  unique (organisation, successor)
);
create index organisation_successor_successor on organisation_successor (successor);

-- The workbook's own copy of each edition that it uses, so that an old assessment never changes its meaning.
create table framework (
  id text not null primary key,
  code text not null,
  edition text not null,
  title text not null,
  content text not null,
  unique (code, edition)
);

create table assessment (
  id text not null primary key,
  organisation text not null references organisation (id) deferrable initially deferred,
  framework text not null references framework (id) deferrable initially deferred,
  year bigint not null check (year between 1948 and 2199),
  stage text not null,
  unique (organisation, framework, year)
);
create index assessment_framework on assessment (framework);

-- The assessor is empty where the layer has none, so that the key holds. No level is not rated, which is never zero.
create table rating (
  id text not null primary key,
  assessment text not null references assessment (id) deferrable initially deferred,
  node text not null,
  layer text not null,
  assessor text not null,
  level bigint check (level between 1 and 9),
  rationale text,
  unique (assessment, node, layer, assessor)
);

create table target (
  id text not null primary key,
  assessment text not null references assessment (id) deferrable initially deferred,
  node text not null,
  year bigint not null check (year between 1948 and 2199),
  level bigint not null check (level between 1 and 9),
  unique (assessment, node, year)
);

-- Either a file, whose content is the SHA-256 of its bytes, or an address.
create table evidence (
  id text not null primary key,
  organisation text not null references organisation (id) deferrable initially deferred,
  title text not null,
  kind text not null,
  content text,
  file_name text,
  media_type text,
  size bigint check (size >= 0),
  address text,
  received text,
  period_from text,
  period_to text
);
create index evidence_organisation on evidence (organisation);

create table evidence_link (
  id text not null primary key,
  evidence text not null references evidence (id) deferrable initially deferred,
  assessment text not null references assessment (id) deferrable initially deferred,
  node text not null,
  place text,
  unique (evidence, assessment, node)
);
create index evidence_link_assessment on evidence_link (assessment);

-- The journal. It is written by one function, only ever at its end. Each hash covers the one before.
--
-- Undo and redo are two stacks that live in the journal itself: undo_top and redo_top are what lies on top of each after this change, and
-- below is what this change lies on. subject is the change that was first made and that this one undoes or does again;
-- for any other change it is the change itself. (seq is an integer so that SQLite needs no index for it; two thousand million will do.)
create table change (
  seq integer not null primary key,
  id text not null unique,
  author text not null,
  at bigint not null,
  label text not null,
  inverts text,
  previous_hash text not null,
  hash text not null,
  subject bigint not null,
  undo_top bigint,
  redo_top bigint,
  below bigint
);

-- before and after are canonical JSON objects; one of them may be missing.
create table change_row (
  change bigint not null,
  position bigint not null,
  entity text not null,
  row_id text not null,
  before text,
  after text,
  primary key (change, position)
);
create index change_row_row on change_row (entity, row_id);

-- The bytes of evidence files, once each. There is no hash until all the bytes are there.
create table content (
  id text not null primary key,
  hash text unique,
  size bigint not null check (size >= 0),
  state text not null check (state in ('staging', 'complete'))
);

create table content_chunk (
  content text not null references content (id) deferrable initially deferred,
  position bigint not null,
  data blob not null,
  primary key (content, position)
);
