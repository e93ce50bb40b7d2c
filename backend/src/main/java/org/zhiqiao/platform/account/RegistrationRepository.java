package org.zhiqiao.platform.account;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface RegistrationRepository extends ListCrudRepository<Registration, Long> {

	Optional<Registration> findByTokenHash(String tokenHash);

	@Modifying
	@Query("DELETE FROM registration WHERE email = :email")
	void deleteFor(String email);

	@Modifying
	@Query("DELETE FROM registration WHERE expires_at < :now")
	void deleteExpired(Instant now);

}
