package org.zhiqiao.platform.panel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Everything that somebody needs to draw again and to see that nothing was changed; as JSON it is what
 * {@code VerifyDraw.java} reads. Hashes and secrets are written in lower-case hexadecimal.
 *
 * @param format which rules it follows
 * @param listHash SHA-256 of the canonical list
 * @param officers the two who committed, in the order in which their secrets enter the seed
 * @param frozenAt when the list was frozen: after both commitments, before either was revealed
 * @param seal SHA-256 of all the rest
 */
record DrawTranscript(String format, DrawList list, String listHash, List<Officer> officers, Instant frozenAt,
		String seed, List<Draw.Drawn> strata, String seal) {

	static final String FORMAT = "zhiqiao-draw 1";

	private static final int OFFICERS = 2;

	private static final String SEAL = "zhiqiao-draw-seal 1\n";

	DrawTranscript {
		officers = List.copyOf(officers);
		strata = List.copyOf(strata);
	}

	/**
	 * Somebody who gave a secret.
	 *
	 * @param commitment given away before the list was frozen
	 * @param secret told after it was
	 */
	record Officer(String name, String role, String commitment, Instant committedAt, String secret,
			Instant revealedAt) {

		/** @throws IllegalArgumentException if the secret is not the one that was committed to */
		Officer {
			if (!DrawHash.hex(DrawHash.commitment(HexFormat.of().parseHex(secret))).equals(commitment)) {
				throw new IllegalArgumentException("The secret of " + name + " does not fit the commitment");
			}
		}

	}

	/**
	 * Draws.
	 * @throws IllegalArgumentException if the officers have the same role, or something did not happen in its order
	 */
	static DrawTranscript draw(DrawList list, Instant frozenAt, List<Officer> officers) {
		if (officers.size() != OFFICERS || officers.getFirst().role().equals(officers.getLast().role())) {
			throw new IllegalArgumentException("Two officers of different roles draw");
		}
		for (var officer : officers) {
			if (officer.committedAt().isAfter(frozenAt) || officer.revealedAt().isBefore(frozenAt)) {
				throw new IllegalArgumentException(
						officer.name() + " commits before the list is frozen and reveals after it");
			}
		}
		var listHash = DrawHash.sha256(list.canonical());
		var seed = DrawHash.seed(listHash, secret(officers.getFirst()), secret(officers.getLast()));
		var strata = Draw.of(list, seed).strata();
		return new DrawTranscript(FORMAT, list, DrawHash.hex(listHash), officers, frozenAt, DrawHash.hex(seed), strata,
				seal(DrawHash.hex(listHash), officers, frozenAt, DrawHash.hex(seed), strata));
	}

	private static byte[] secret(Officer officer) {
		return HexFormat.of().parseHex(officer.secret());
	}

	private static String seal(String listHash, List<Officer> officers, Instant frozenAt, String seed,
			List<Draw.Drawn> strata) {
		var text = new StringBuilder(SEAL);
		text.append("list\t").append(listHash).append('\n');
		for (var officer : officers) {
			text.append(String.join("\t", "officer", officer.name(), officer.role(), officer.commitment(),
					officer.committedAt().toString(), officer.secret(), officer.revealedAt().toString())).append('\n');
		}
		text.append("frozen\t").append(frozenAt).append('\n');
		text.append("seed\t").append(seed).append('\n');
		for (var drawn : strata) {
			text.append("stratum\t").append(drawn.stratum()).append('\n');
			drawn.members().forEach(person -> text.append("member\t").append(person).append('\n'));
			drawn.order().forEach(person -> text.append("drawn\t").append(person).append('\n'));
		}
		return DrawHash.hex(DrawHash.sha256(text.toString().getBytes(StandardCharsets.UTF_8)));
	}

}
