package org.zhiqiao.platform.account;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import java.time.Instant;

interface AccountRepository extends ListCrudRepository<Account, Long> {

	Optional<Account> findByEmail(String email);

	boolean existsByEmail(String email);

	/** Beside the version: signing in must not stand in the way of an edit. */
	@Modifying
	@Query("UPDATE account SET last_sign_in_at = :at WHERE id = :id")
	void noteSignIn(long id, Instant at);

	/** Beside the version: a digest by newer rules replaces the one of the same password. */
	@Modifying
	@Query("UPDATE account SET password_hash = :hash WHERE id = :id")
	void replaceHash(long id, String hash);

	/** Administrators who can sign in; the rows are held until the transaction ends. */
	@Query("""
			SELECT a.id FROM account a JOIN account_role r ON r.account_id = a.id
			WHERE r.role = 'ADMINISTRATOR' AND a.locked = FALSE AND a.password_hash IS NOT NULL FOR UPDATE""")
	java.util.List<Long> lockAdministrators();

	@Query("""
			SELECT COUNT(*) FROM account a JOIN account_role r ON r.account_id = a.id
			WHERE r.role = 'ADMINISTRATOR'""")
	long countAdministrators();

}
