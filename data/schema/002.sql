-- 002.sql: outcomes, sign-off, people, populations, and what is carried forward
--
-- The journal of a workbook of version 1 speaks of no more fields than it did, so it replays as ever.

-- What was carried forward from the year before and still has to be confirmed: the row id of last year's row. It does not count until then.
alter table rating add column carried text;
alter table evidence_link add column carried text;

create table organisation_population (
  id text not null primary key,
  organisation text not null references organisation (id) deferrable initially deferred,
  year bigint not null check (year between 1948 and 2199),
  population bigint not null check (population >= 0),
  unique (organisation, year)
);

-- Who has worked in this workbook.
create table person (
  id text not null primary key,
  name text not null,
  role text
);

-- A measure of the health of an organisation's people. It is part of the assessments of the years from since to until.
create table outcome (
  id text not null primary key,
  organisation text not null references organisation (id) deferrable initially deferred,
  position bigint not null,
  metric text not null,
  unit text not null,
  direction text not null check (direction in ('up', 'down')),
  suggested text,
  source text,
  since bigint not null check (since between 1948 and 2199),
  until bigint check (until between 1948 and 2199)
);
create index outcome_organisation on outcome (organisation);

-- The organisation stands here too, as in the outcome, so that the journal can be read by organisation.
create table outcome_value (
  id text not null primary key,
  outcome text not null references outcome (id) deferrable initially deferred,
  organisation text not null references organisation (id) deferrable initially deferred,
  year bigint not null check (year between 1900 and 2199),
  aspiration double precision,
  actual double precision,
  unique (outcome, year)
);
create index outcome_value_organisation on outcome_value (organisation);

-- Each move of an assessment's stage, counted by position: who decided it, in which meeting, when, why, and the hash of what was decided on.
create table sign_off (
  id text not null primary key,
  assessment text not null references assessment (id) deferrable initially deferred,
  position bigint not null check (position >= 1),
  from_stage text not null,
  to_stage text not null,
  name text not null,
  role text,
  meeting text,
  day text not null,
  reason text,
  hash text,
  unique (assessment, position)
);

-- What a row of the journal is about, so that a history and "as it stood" are quick: an assessment's id for what belongs to an assessment, else an
-- organisation's; and the criterion. Both follow from the row, so the hash does not cover them.
alter table change_row add column about text;
alter table change_row add column node text;

-- (PostgreSQL begins with version 2 and never runs this; json_valid passes over what is damaged, which verifying finds.)
update change_row set
  about = case
    when entity in ('organisation', 'assessment') then row_id
    when not json_valid (coalesce (after, before)) then null
    when entity in ('rating', 'target', 'evidence_link') then coalesce (after, before) ->> 'assessment'
    when entity in ('organisation_name', 'organisation_parent', 'organisation_successor', 'evidence')
      then coalesce (after, before) ->> 'organisation'
  end,
  node = case
    when entity in ('rating', 'target', 'evidence_link') and json_valid (coalesce (after, before))
      then coalesce (after, before) ->> 'node'
  end;

create index change_row_about on change_row (about, change);
create index change_row_node on change_row (about, node, change);
create index change_at on change (at);
create index change_author on change (author, seq);

-- In the order of the journal, so that a row as it stood is found without looking at all that it has been since.
drop index change_row_row;
create index change_row_row on change_row (entity, row_id, change);

-- What can be searched for, a text for each row that has any. It follows from the other tables, so the journal does not speak of it. The index
-- over it is the engine's own and no part of the shared SQL: store/ts-search-index.c makes it. scope is what a row is about, as one word.
create table search_text (
  number integer not null primary key,
  entity text not null,
  row_id text not null unique,
  about text,
  node text,
  scope text not null,
  title text not null,
  name text not null,
  body text not null
);
