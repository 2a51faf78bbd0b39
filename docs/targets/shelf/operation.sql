-- One operation: psql reads Assay's request from its standard input and prints the function's answer.
\set ON_ERROR_STOP on
\set request `cat`
SELECT assay(:'request');
