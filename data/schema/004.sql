-- 004.sql: what a review writes is found by its words too
--
-- The index for searching follows from the rows (store/ts-search-index.c), and is made anew after this one with all that is searched now: strengths and
-- areas to develop, findings, lines of enquiry and their answers, dissent, replies, and the texts of reports.
drop table if exists search_index;
