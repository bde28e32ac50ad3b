-- 003.sql: rounds of review, panels, interests, sealed scores, replies, and groups of peers
--
-- The journal of a workbook of version 2 speaks of no more fields than it did, so it replays as ever.

-- What a reviewer says beside the level: how sure they are, what is strong, and what to develop.
alter table rating add column confidence text;
alter table rating add column strengths text;
alter table rating add column development text;

-- An assurance round: one framework's assessments of one year.
create table review_round (
  id text not null primary key,
  framework text not null references framework (id) deferrable initially deferred,
  year bigint not null check (year between 1948 and 2199),
  title text not null,
  opens text,
  closes text,
  unique (framework, year)
);

create table round_assessment (
  id text not null primary key,
  round text not null references review_round (id) deferrable initially deferred,
  assessment text not null references assessment (id) deferrable initially deferred,
  unique (round, assessment)
);
create index round_assessment_assessment on round_assessment (assessment);

-- The panels of a round are counted by position.
create table panel (
  id text not null primary key,
  round text not null references review_round (id) deferrable initially deferred,
  position bigint not null,
  title text not null,
  day text,
  agenda text,
  unique (round, position)
);

create table panel_member (
  id text not null primary key,
  panel text not null references panel (id) deferrable initially deferred,
  person text not null references person (id) deferrable initially deferred,
  role text not null,
  unique (panel, person)
);
create index panel_member_person on panel_member (person);

-- An assessment that several panels score shows how they compare. begins is a time of the panel's day.
create table panel_assessment (
  id text not null primary key,
  panel text not null references panel (id) deferrable initially deferred,
  assessment text not null references assessment (id) deferrable initially deferred,
  begins text,
  unique (panel, assessment)
);
create index panel_assessment_assessment on panel_assessment (assessment);

-- What ties a person to an organisation. declared is the day on which they said so.
create table interest (
  id text not null primary key,
  organisation text not null references organisation (id) deferrable initially deferred,
  person text not null references person (id) deferrable initially deferred,
  role text not null,
  valid_from text,
  valid_to text,
  note text,
  declared text,
  unique (organisation, person, role)
);
create index interest_person on interest (person);

-- What was done about a person's conflict with an assessment. The reason is there wherever one is cleared.
create table conflict_action (
  id text not null primary key,
  assessment text not null references assessment (id) deferrable initially deferred,
  person text not null references person (id) deferrable initially deferred,
  decision text not null check (decision in ('leaves', 'stays', 'cleared')),
  decided_by text not null,
  day text not null,
  reason text,
  unique (assessment, person)
);
create index conflict_action_person on conflict_action (person);

-- A line of enquiry. answered is the day and time at which the answer was given.
create table enquiry (
  id text not null primary key,
  assessment text not null references assessment (id) deferrable initially deferred,
  node text not null,
  position bigint not null,
  question text not null,
  addressee text,
  asked_by text,
  answer text,
  answered text,
  unique (assessment, position)
);

-- How far an item of evidence carries a criterion, as the analyst finds. It stays when the board takes the link away, so it refers to none.
create table evidence_review (
  id text not null primary key,
  assessment text not null references assessment (id) deferrable initially deferred,
  node text not null,
  evidence text not null,
  sufficiency text,
  note text,
  unique (assessment, node, evidence)
);

-- Whether a reviewer's scores of an assessment are sealed. The assessor is the one of the ratings. An unsealing has a reason.
create table review_seal (
  id text not null primary key,
  assessment text not null references assessment (id) deferrable initially deferred,
  assessor text not null,
  state text not null check (state in ('sealed', 'unsealed')),
  day text not null,
  reason text,
  unique (assessment, assessor)
);

-- Sealed scores that the chair opened before everybody had sealed.
create table review_opening (
  id text not null primary key,
  assessment text not null references assessment (id) deferrable initially deferred,
  opened_by text not null,
  day text not null,
  reason text not null,
  unique (assessment)
);

-- Who did not agree with the panel's level, and what theirs would be.
create table dissent (
  id text not null primary key,
  assessment text not null references assessment (id) deferrable initially deferred,
  node text not null,
  person text not null references person (id) deferrable initially deferred,
  level bigint check (level between 1 and 9),
  note text,
  unique (assessment, node, person)
);
create index dissent_person on dissent (person);

-- The right of reply, line by line: the passage that the organisation was shown, its answer, and what was made of that.
create table reply (
  id text not null primary key,
  assessment text not null references assessment (id) deferrable initially deferred,
  node text,
  position bigint not null,
  passage text not null,
  answer text,
  answered text,
  response text,
  unique (assessment, position)
);

-- What was written for the panel's report.
create table report_text (
  id text not null primary key,
  assessment text not null references assessment (id) deferrable initially deferred,
  section text not null,
  body text not null,
  unique (assessment, section)
);

-- Organisations that somebody compares with one another.
create table peer_group (
  id text not null primary key,
  name text not null,
  note text,
  unique (name)
);

create table peer_group_member (
  id text not null primary key,
  peer_group text not null references peer_group (id) deferrable initially deferred,
  organisation text not null references organisation (id) deferrable initially deferred,
  unique (peer_group, organisation)
);
create index peer_group_member_organisation on peer_group_member (organisation);

-- Levels of one layer side by side, for thousands of assessments: without it, all layers of each are looked through, and each level is fetched by
-- itself. The layer comes first, so that one that nobody has used is known at once.
create index rating_compared on rating (layer, assessment, node, assessor, level, carried);

-- What was taken away, by what it was about: with what is there now, all that ever was. The past is read from these rows, not from all entries.
create index change_row_gone on change_row (about, entity) where after is null;
