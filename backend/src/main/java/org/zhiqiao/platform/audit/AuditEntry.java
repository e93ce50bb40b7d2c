package org.zhiqiao.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain. What may name a person (address, before, after) stands apart in
 * {@link Detail}, and the chain holds only its digest: so it can be erased on a person's
 * request, and the chain still holds.
 *
 * @param id consecutive from 1, without gaps
 * @param actorId the account that acted; none for the system and for people not signed in
 * @param action such as {@code expert.verified}
 * @param detailHash digest of the detail, salted; hex
 * @param previousHash the hash of the entry before; hex
 * @param hash over all of the above; hex
 */
record AuditEntry(long id, Instant at, @Nullable Long actorId, String action, String kind, @Nullable String subjectId,
		String detailHash, String previousHash, String hash) {

	/** What stands before the first entry. */
	static final String START = "0".repeat(64);

	/**
	 * What may name a person.
	 *
	 * @param salt keeps the digest of a short detail, such as an address, from being guessed
	 * @param before JSON
	 * @param after JSON
	 */
	record Detail(String salt, @Nullable String ip, @Nullable String before, @Nullable String after) {

		String hash() {
			return digest(this.salt, this.ip, this.before, this.after);
		}

	}

	static AuditEntry following(long id, String previousHash, Instant at, @Nullable Long actorId, String action,
			String kind, @Nullable String subjectId, Detail detail) {
		String detailHash = detail.hash();
		return new AuditEntry(id, at, actorId, action, kind, subjectId, detailHash, previousHash,
				hash(id, at, actorId, action, kind, subjectId, detailHash, previousHash));
	}

	boolean holds() {
		return this.hash.equals(hash(this.id, this.at, this.actorId, this.action, this.kind, this.subjectId,
				this.detailHash, this.previousHash));
	}

	private static String hash(long id, Instant at, @Nullable Long actorId, String action, String kind,
			@Nullable String subjectId, String detailHash, String previousHash) {
		return digest(Long.toString(id), at.toString(), actorId == null ? null : actorId.toString(), action, kind,
				subjectId, detailHash, previousHash);
	}

	/** Each part with its length, so that no two lists of parts give the same bytes. */
	private static String digest(@Nullable String... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (String part : parts) {
				byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
				digest.update(((part == null ? "-" : Integer.toString(bytes.length)) + ":")
						.getBytes(StandardCharsets.US_ASCII));
				digest.update(bytes);
			}
			return HexFormat.of().formatHex(digest.digest());
		} catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException(missing);
		}
	}

}
