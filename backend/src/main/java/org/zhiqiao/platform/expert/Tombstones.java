package org.zhiqiao.platform.expert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers, without knowing who they are, whom no import may bring back. */
@Repository
class Tombstones {

	private final JdbcClient jdbc;

	private final Clock clock;

	Tombstones(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void add(Profile profile) {
		for (var fingerprint : fingerprints(profile)) {
			if (this.jdbc.sql("SELECT COUNT(*) FROM expert_tombstone WHERE fingerprint = ?")
					.param(fingerprint)
					.query(Integer.class)
					.single() == 0) {
				this.jdbc.sql("INSERT INTO expert_tombstone (fingerprint, erased_on) VALUES (?, ?)")
						.params(fingerprint, LocalDate.now(this.clock))
						.update();
			}
		}
	}

	boolean cover(Profile profile) {
		var fingerprints = fingerprints(profile);
		return !fingerprints.isEmpty()
				&& this.jdbc.sql("SELECT COUNT(*) FROM expert_tombstone WHERE fingerprint IN (:fingerprints)")
						.param("fingerprints", fingerprints)
						.query(Integer.class)
						.single() > 0;
	}

	/** A person who comes back of their own accord is no longer to be kept out. */
	void remove(Profile profile) {
		var fingerprints = fingerprints(profile);
		if (!fingerprints.isEmpty()) {
			this.jdbc.sql("DELETE FROM expert_tombstone WHERE fingerprint IN (:fingerprints)")
					.param("fingerprints", fingerprints)
					.update();
		}
	}

	private static Set<String> fingerprints(Profile profile) {
		var fingerprints = new LinkedHashSet<String>();
		add(fingerprints, "orcid", profile.basics().identifiers().orcid());
		add(fingerprints, "openalex", profile.basics().identifiers().openalex());
		add(fingerprints, "email", profile.contact().email());
		return fingerprints;
	}

	private static void add(Set<String> fingerprints, String kind, @Nullable String value) {
		if (value != null) {
			fingerprints.add(sha256(kind + ":" + value));
		}
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of()
					.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("Every Java platform has SHA-256", impossible);
		}
	}

}
