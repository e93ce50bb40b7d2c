package org.zhiqiao.platform.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface AccessTokenRepository extends ListCrudRepository<AccessToken, Long> {

	Optional<AccessToken> findByTokenHash(String tokenHash);

	List<AccessToken> findByAccountIdOrderByIdDesc(long accountId);

	long countByAccountId(long accountId);

	@Modifying
	@Query("UPDATE access_token SET last_used_at = :at WHERE id = :id")
	void noteUse(long id, Instant at);

	@Modifying
	@Query("DELETE FROM access_token WHERE id = :id AND account_id = :accountId")
	int revoke(long id, long accountId);

	@Modifying
	@Query("DELETE FROM access_token WHERE account_id = :accountId")
	void revokeAll(long accountId);

}
