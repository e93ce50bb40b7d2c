package org.zhiqiao.platform.panel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hashes of a draw, each over parts that can be told apart. */
final class DrawHash {

	/** Bytes of a secret. */
	static final int SECRET = 32;

	private static final String COMMITMENT = "zhiqiao-draw-commitment 1\n";

	private static final String SEED = "zhiqiao-draw-seed 1\n";

	private DrawHash() {}

	/** What an officer gives away before the list is frozen: it binds to the secret and tells nothing of it. */
	static byte[] commitment(byte[] secret) {
		return sha256(COMMITMENT.getBytes(StandardCharsets.US_ASCII), checked(secret));
	}

	/** Known to nobody before both secrets are. */
	static byte[] seed(byte[] listHash, byte[] first, byte[] second) {
		return sha256(SEED.getBytes(StandardCharsets.US_ASCII), listHash, checked(first), checked(second));
	}

	static byte[] sha256(byte[]... parts) {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			for (var part : parts) {
				digest.update(part);
			}
			return digest.digest();
		} catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/** Authenticates one message after the other with the same key. */
	static Mac hmac(byte[] key) {
		try {
			var mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac;
		} catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has HMAC-SHA-256", ex);
		}
	}

	static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}

	private static byte[] checked(byte[] secret) {
		if (secret.length != SECRET) {
			throw new IllegalArgumentException("A secret has " + SECRET + " bytes, not " + secret.length);
		}
		return secret;
	}

}
