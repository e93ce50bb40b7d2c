package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A draw or a direct choice as it is on file; both are numbered together.
 *
 * @param number from 1 within its panel
 * @param list what is drawn from, once it is frozen
 * @param transcript as JSON, once it is drawn: exactly the bytes that are given out
 * @param voiding whether it does not count, or shall not
 * @param officers the two who draw; none of a direct choice
 * @param choice of a direct choice, what it has besides
 */
record DrawRecord(long panel, int number, Selection method, DrawState state, @Nullable DrawList list,
		@Nullable String listHash,
		Instant openedAt, @Nullable Instant frozenAt, @Nullable String transcript, @Nullable Voiding voiding,
		List<Officer> officers, @Nullable DirectChoice choice) {

	DrawRecord {
		officers = List.copyOf(officers);
	}

	/**
	 * One of the two who give secrets.
	 *
	 * @param role as which they draw
	 * @param commitment hex, once it is given
	 * @param secret hex, once it is revealed; told to nobody before both are
	 */
	record Officer(int place, long account, String name, String role, @Nullable String commitment,
			@Nullable Instant committedAt, @Nullable String secret, @Nullable Instant revealedAt) {

	}

	/** Somebody says that a draw shall not count; it does not once a second person has approved. */
	record Voiding(String reason, long askedBy, Instant askedAt, @Nullable Long approvedBy,
			@Nullable Instant approvedAt) {

	}

	Optional<Officer> officer(long account) {
		return this.officers.stream().filter(officer -> officer.account() == account).findFirst();
	}

	boolean allCommitted() {
		return this.officers.stream().allMatch(officer -> officer.commitment() != null);
	}

	boolean allRevealed() {
		return this.officers.stream().allMatch(officer -> officer.secret() != null);
	}

	/** Whether somebody has asked for it to be void and nobody has decided. */
	boolean inDoubt() {
		return this.voiding != null && !this.state.over();
	}

	/** The last moment on file. Nothing happens before it: if a clock was set back, that moment is written again. */
	Instant latest() {
		var decision = (this.choice != null) ? this.choice.decision() : null;
		return Stream.concat(
				Stream.of(this.openedAt, this.frozenAt, (decision != null) ? decision.at() : null,
						(this.voiding != null) ? this.voiding.askedAt() : null,
						(this.voiding != null) ? this.voiding.approvedAt() : null),
				this.officers.stream().flatMap(officer -> Stream.of(officer.committedAt(), officer.revealedAt())))
				.filter(Objects::nonNull)
				.max(Instant::compareTo)
				.orElse(this.openedAt);
	}

}
