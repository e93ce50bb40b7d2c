-- The index is on one machine. Whoever runs with this database holds the lock on this row for as long as it runs; when the
-- process ends, however it ends, the database lets go of it.
CREATE TABLE search_node (
	id INT NOT NULL PRIMARY KEY
);
INSERT INTO search_node (id) VALUES (1);
