-- What Assay needs of shelf, for a test database: one function that gets an operation as JSON and answers with JSON.
-- Load it once, with: psql --file assay.sql
CREATE OR REPLACE FUNCTION assay(request jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    publisher jsonb := request -> 'publisher';
    made bigint;
BEGIN
    CASE request ->> 'operation'
    WHEN 'account' THEN
        INSERT INTO users VALUES (request ->> 'account', gen_random_uuid()) ON CONFLICT DO NOTHING;
    WHEN 'package' THEN
        INSERT INTO packages VALUES (request ->> 'package', request ->> 'actor');
    WHEN 'publisher' THEN
        INSERT INTO publishers (package, issuer, repository, owner_id, workflow, environment)
        VALUES (
            request ->> 'package',
            publisher ->> 'issuer',
            format('%s/%s', publisher ->> 'owner', publisher ->> 'repository'),
            publisher ->> 'ownerId',
            publisher ->> 'workflow',
            publisher ->> 'environment')
        RETURNING id INTO made;
        RETURN jsonb_build_object('id', made);
    WHEN 'removePublisher' THEN
        DELETE FROM publishers WHERE id = (request ->> 'id')::bigint;
    WHEN 'clean' THEN
        DELETE FROM packages WHERE name IN (SELECT jsonb_array_elements_text(request -> 'packages'));
        DELETE FROM users WHERE name IN (SELECT jsonb_array_elements_text(request -> 'accounts'));
    ELSE
        RETURN jsonb_build_object('unsupported', 'shelf has no such thing');
    END CASE;
    RETURN '{}';
END
$$;
