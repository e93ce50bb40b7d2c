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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
	private static final Set<String> NOBODY = Stream
			.of("无", "暂无", "无业", "无单位", "自由职业", "自由职业者", "自由撰稿人", "个体", "个体户", "个体经营", "独立", "独立顾问",
					"独立学者", "独立专家", "独立研究者", "独立研究员", "独立咨询师", "退休", "已退休", "离休", "离退休", "待业", "不详",
					"none", "n/a", "na", "nil", "unknown", "freelance", "freelancer", "freelance consultant",
					"freelance engineer", "self-employed", "self employed", "retired", "independent",
					"independent consultant", "independent adviser", "independent advisor", "independent scholar",
					"independent expert", "independent researcher", "consultant", "unemployed")
			.map(Organisations::nameKey)
			.collect(Collectors.toUnmodifiableSet());

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
			candidate.affiliations().forEach(affiliation -> {
				if (affiliation.organisationId() != null) {
					numbers.add(affiliation.organisationId());
				} else {
					keys.addAll(keys(affiliation));
				}
			});
		}
		var aliases = this.organisations.byNameKeys(keys);
		numbers.addAll(aliases.values());
		return new Employers(of(numbers), aliases);
	}

	/** The first post that lasts, or the latest there was: who left it last year still speaks for it more than for anybody. */
	static @Nullable Affiliation now(Candidate candidate) {
		return posts(candidate).findFirst()
				.or(() -> candidate.affiliations().stream().findFirst())
				.orElse(null);
	}

	/** All posts that last. */
	private static Stream<Affiliation> posts(Candidate candidate) {
		return candidate.affiliations().stream().filter(affiliation -> affiliation.to() == null);
	}

	/** The normal forms of a name, the Chinese one first. */
	private static List<String> keys(Affiliation affiliation) {
		var keys = new ArrayList<String>(2);
		for (var name : new String[]{affiliation.name().zh(), affiliation.name().en()}) {
			if (name != null && name.codePoints().anyMatch(Character::isLetter)) {
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
			return keys(now).stream()
					.filter(key -> !NOBODY.contains(key))
					.findFirst()
					.map(Employers::unregistered)
					.orElse(0L);
		}

		/** Whether any post that lasts is at a government body. */
		boolean government(Candidate candidate) {
			return posts(candidate).map(this::number)
					.anyMatch(number -> number != null && this.register.government(number));
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
