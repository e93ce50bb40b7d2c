package org.zhiqiao.platform.panel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Somebody was asked what they have to do with the items of a panel, before anybody is chosen.
 *
 * @param asking the last time they were asked, from 1
 * @param mail of the last time; none if there was no address to write to
 * @param answers the first one first; the last one holds
 */
record Declaration(long id, long panel, long expert, int asking, Instant askedAt, @Nullable Long mail,
		List<Answer> answers) {

	Declaration {
		answers = List.copyOf(answers);
	}

	/**
	 * An answer.
	 *
	 * @param shown a digest of what was answered about
	 */
	record Answer(boolean unwilling, @Nullable String note, String shown, Instant at, List<DeclaredTie> ties) {

		Answer {
			ties = List.copyOf(ties);
		}

	}

	/**
	 * A tie to an item or to one of its parties.
	 *
	 * @param organisation a registered party
	 * @param organisationName one that is not; with neither the tie is to the item
	 */
	record DeclaredTie(int item, @Nullable Long organisation, @Nullable String organisationName, InterestKind kind,
			@Nullable String words) {

		boolean toItem() {
			return this.organisation == null && this.organisationName == null;
		}

	}

	/** The one that holds. */
	@Nullable
	Answer last() {
		return this.answers.isEmpty() ? null : this.answers.getLast();
	}

	/** @param shown a digest of what is reviewed now */
	DeclarationState state(String shown) {
		var last = last();
		if (last == null) {
			return DeclarationState.ASKED;
		}
		if (last.unwilling()) {
			return DeclarationState.UNWILLING;
		}
		if (!last.shown().equals(shown)) {
			return DeclarationState.OUTDATED;
		}
		return last.ties().isEmpty() ? DeclarationState.NO_CONFLICT : DeclarationState.TIES;
	}

	/** A digest of the items and their parties: whoever answered about others has not answered about these. */
	static String shown(PanelContent content) {
		var text = new StringBuilder();
		for (var item : content.items()) {
			text.append(item.number()).append('\t').append(item.title()).append('\n');
			for (var party : item.parties()) {
				text.append('\t')
						.append(party.role())
						.append('\t')
						.append((party.organisation() != null) ? "#" + party.organisation() : party.name())
						.append('\n');
			}
		}
		return DrawHash.hex(DrawHash.sha256(text.toString().getBytes(StandardCharsets.UTF_8)));
	}

}
