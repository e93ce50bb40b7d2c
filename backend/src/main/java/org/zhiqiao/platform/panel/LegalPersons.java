package org.zhiqiao.platform.panel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.expert.Affiliation;
import org.zhiqiao.platform.expert.Candidate;
import org.zhiqiao.platform.organisation.Organisation;
import org.zhiqiao.platform.organisation.Organisations;

/** Which organisations are one: a branch counts as the topmost one that it belongs to, a merged one as what it became. */
@Component
class LegalPersons {

	/** A code of the vocabulary. */
	private static final String GOVERNMENT = "government";

	/** What people write who have no employer. */
	private static final Pattern NOBODY = Pattern.compile(
			"自由职业.*|个体.*|独立(顾问|学者|专家|研究者).*|(已)?退休|无|.*\\b(freelanc\\w*|self-employed|retired)\\b.*"
					+ "|independent( (consultant|adviser|advisor|scholar|expert|researcher))?|none",
			Pattern.CASE_INSENSITIVE);

	private final Organisations organisations;

	LegalPersons(Organisations organisations) {
		this.organisations = organisations;
	}

	/** What is known of organisations: all that were asked for and those they belong to. */
	record Register(Map<Long, Organisation> known) {

		/** Whether one is a government body itself; an institute under one is not. */
		boolean government(long number) {
			var organisation = this.known.get(number);
			return organisation != null && GOVERNMENT.equals(organisation.hostKind());
		}

		/** The topmost organisation that one belongs to; a number that nobody knows stands for itself. */
		long top(long number) {
			var at = number;
			Set<Long> seen = new HashSet<>();
			while (seen.add(at)) {
				var organisation = this.known.get(at);
				if (organisation == null) {
					return at;
				}
				at = (organisation.parentId() != null) ? organisation.parentId() : organisation.id();
			}
			return at;
		}

	}

	Register of(Collection<Long> numbers) {
		var known = new HashMap<Long, Organisation>();
		var unknown = new HashSet<Long>(numbers);
		while (!unknown.isEmpty()) {
			var found = this.organisations.all(unknown);
			known.putAll(found);
			unknown = new HashSet<>();
			for (var organisation : found.values()) {
				known.putIfAbsent(organisation.id(), organisation);
				if (organisation.parentId() != null && !known.containsKey(organisation.parentId())) {
					unknown.add(organisation.parentId());
				}
			}
		}
		return new Register(known);
	}

	/** Whom people work for now. */
	Employers employers(Collection<Candidate> candidates) {
		var numbers = new HashSet<Long>();
		var keys = new HashSet<String>();
		for (var candidate : candidates) {
			var now = now(candidate);
			if (now == null) {
				continue;
			}
			if (now.organisationId() != null) {
				numbers.add(now.organisationId());
			} else {
				keys.addAll(keys(now));
			}
		}
		var aliases = this.organisations.byNameKeys(keys);
		numbers.addAll(aliases.values());
		return new Employers(of(numbers), aliases);
	}

	/** The employer that a profile names as the present one. */
	static @Nullable Affiliation now(Candidate candidate) {
		return candidate.affiliations().isEmpty() ? null : candidate.affiliations().getFirst();
	}

	/** The normal forms of a name, the Chinese one first. */
	private static List<String> keys(Affiliation affiliation) {
		var keys = new ArrayList<String>(2);
		for (var name : new String[]{affiliation.name().zh(), affiliation.name().en()}) {
			if (name != null && name.codePoints().anyMatch(Character::isLetter)
					&& !NOBODY.matcher(name.strip()).matches()) {
				keys.add(Organisations.nameKey(name));
			}
		}
		return keys;
	}

	/**
	 * Whom people work for, as far as it can be told apart.
	 *
	 * @param aliases registered organisations by the normal form of a name that somebody wrote without choosing one
	 */
	record Employers(Register register, Map<String, Long> aliases) {

		/**
		 * The legal person somebody works for: the number of a registered one; a negative number for one that is not
		 * registered, the same for all who write its name alike; 0 for somebody without an employer.
		 */
		long of(Candidate candidate) {
			var now = now(candidate);
			if (now == null) {
				return 0;
			}
			var number = number(now);
			if (number != null) {
				return this.register.top(number);
			}
			var keys = keys(now);
			return keys.isEmpty() ? 0 : unregistered(keys.getFirst());
		}

		boolean government(Candidate candidate) {
			var now = now(candidate);
			var number = (now != null) ? number(now) : null;
			return number != null && this.register.government(number);
		}

		private @Nullable Long number(Affiliation now) {
			if (now.organisationId() != null) {
				return now.organisationId();
			}
			return keys(now).stream().map(this.aliases::get).filter(Objects::nonNull).findFirst().orElse(null);
		}

		/**
		 * Made from the name alone, so that it is the same in every list, today and when a seat is filled again: the
		 * first 52 bits of its SHA-256, which every reader of a transcript holds exactly.
		 */
		private static long unregistered(String key) {
			try {
				var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
				return -1 - (ByteBuffer.wrap(digest).getLong() >>> 12);
			} catch (NoSuchAlgorithmException impossible) {
				throw new IllegalStateException("Every Java platform has SHA-256", impossible);
			}
		}

	}

}
