package org.zhiqiao.platform.organisation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/** What other modules may ask about organisations. */
@Service
public class Organisations {

	private static final int LONGEST_NAME = 300;

	static final int MOST_ALIASES = 30;

	static final String HOME = "CN";

	private final OrganisationTable table;

	private final Vocabulary vocabulary;

	private final AuditLog audit;

	private final Clock clock;

	Organisations(OrganisationTable table, Vocabulary vocabulary, AuditLog audit, Clock clock) {
		this.table = table;
		this.vocabulary = vocabulary;
		this.audit = audit;
		this.clock = clock;
	}

	/** It; of one that was merged into another, that other, whose id is not the one asked for. */
	public Optional<Organisation> find(long id) {
		return this.table.find(id);
	}

	/** Those of the ids that exist, each under the id asked for; see {@link #find}. */
	public Map<Long, Organisation> all(Collection<Long> ids) {
		return this.table.all(ids);
	}

	/** How many officers have confirmed. */
	public long count() {
		return this.table.countConfirmed();
	}

	/** Those that have exactly this name or alias; blanks, case, width and script variants do not count. */
	public List<Organisation> named(String name) {
		return name.isBlank() ? List.of() : List.copyOf(this.table.all(this.table.named(name)).values());
	}

	/** The one with this unified social credit code, blanks and case aside. */
	public Optional<Organisation> coded(String code) {
		var plain = code.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
		return plain.isEmpty() ? Optional.empty() : this.table.byCode(plain).flatMap(this.table::find);
	}

	/** The normal form of a name, without legal form and punctuation: two that share it are probably one organisation. */
	public static String nameKey(String name) {
		return NameForms.likenessOf(name);
	}

	/** Which organisation has a name of each normal form; one that several have means none of them. */
	public Map<String, Long> byNameKeys(Collection<String> keys) {
		return this.table.byLikeness(keys);
	}

	/**
	 * Enters an organisation on nobody's behalf: for imports and samples. Who calls has looked for
	 * one of the same name before.
	 *
	 * @param confirmed whether officers need not look at it any more
	 * @throws InvalidInput with pointers into {@link SaveOrganisation}
	 */
	@Transactional
	public Organisation register(SaveOrganisation given, boolean confirmed, boolean sample) {
		return create(given, confirmed, sample, null, true);
	}

	/**
	 * Enters an organisation.
	 *
	 * @param whole whether country and kind must be given
	 */
	Organisation create(SaveOrganisation given, boolean confirmed, boolean sample, @Nullable Long createdBy,
			boolean whole) {
		SaveOrganisation content = checked(given.tidied(), null, whole);
		long id = this.table.insert(content, confirmed, sample, createdBy, this.clock.instant());
		Organisation created = this.table.find(id).orElseThrow();
		this.audit.record("organisation.created", "organisation", id, null, created);
		return created;
	}

	/** What is entered, if it can stand; a city at home says the country by itself. */
	SaveOrganisation checked(SaveOrganisation given, @Nullable Long id, boolean whole) {
		List<FieldError> errors = new ArrayList<>();
		checkNames(given, errors);
		String country = given.country() == null && given.city() != null ? HOME : given.country();
		if (country == null) {
			if (whole) {
				errors.add(new FieldError("/country", "required"));
			}
		} else if (!this.vocabulary.knows(Scheme.COUNTRIES, country)) {
			errors.add(new FieldError("/country", "unknown-code", country));
		}
		if (given.city() != null) {
			if (!this.vocabulary.knows(Scheme.CITIES, given.city())) {
				errors.add(new FieldError("/city", "unknown-code", given.city()));
			} else if (!HOME.equals(country)) {
				errors.add(new FieldError("/city", "city-abroad"));
			}
		}
		if (given.hostKind() == null) {
			if (whole) {
				errors.add(new FieldError("/hostKind", "required"));
			}
		} else if (!this.vocabulary.knows(Scheme.HOST_KINDS, given.hostKind())) {
			errors.add(new FieldError("/hostKind", "unknown-code", given.hostKind()));
		}
		checkCode(given.uscc(), country, id, errors);
		Long parent = given.parentId() == null
				? null
				: this.table.find(given.parentId()).map(Organisation::id).orElse(given.parentId());
		checkParent(parent, id, errors);
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		return new SaveOrganisation(given.name(), given.aliases(), country, given.city(), given.hostKind(),
				given.uscc(), parent);
	}

	private static void checkNames(SaveOrganisation given, List<FieldError> errors) {
		Bilingual name = Objects.requireNonNullElse(given.name(), Bilingual.NONE);
		if (name.zh() == null && name.en() == null) {
			errors.add(new FieldError("/name", "organisation-name"));
		}
		checkLength("/name/zh", name.zh(), errors);
		checkLength("/name/en", name.en(), errors);
		List<String> aliases = Objects.requireNonNullElse(given.aliases(), List.of());
		if (aliases.size() > MOST_ALIASES) {
			errors.add(new FieldError("/aliases", "count-at-most", MOST_ALIASES));
		}
		for (int i = 0; i < aliases.size(); i++) {
			if (aliases.get(i).isEmpty()) {
				errors.add(new FieldError("/aliases/" + i, "required"));
			}
			checkLength("/aliases/" + i, aliases.get(i), errors);
		}
	}

	private static void checkLength(String pointer, @Nullable String name, List<FieldError> errors) {
		if (name != null && name.length() > LONGEST_NAME) {
			errors.add(new FieldError(pointer, "length-at-most", LONGEST_NAME));
		}
	}

	private void checkCode(@Nullable String uscc, @Nullable String country, @Nullable Long id,
			List<FieldError> errors) {
		if (uscc == null) {
			return;
		}
		if (country != null && !HOME.equals(country)) {
			errors.add(new FieldError("/uscc", "uscc-abroad"));
			return;
		}
		Optional<FieldError> wrong = UnifiedCode.check("/uscc", uscc);
		wrong.ifPresent(errors::add);
		if (wrong.isEmpty()) {
			this.table.byCode(uscc)
					.filter(other -> !other.equals(id))
					.flatMap(this.table::find)
					.ifPresent(other -> errors
							.add(new FieldError("/uscc", "uscc-taken", label(other)).with("organisationId",
									other.id())));
		}
	}

	private void checkParent(@Nullable Long parent, @Nullable Long id, List<FieldError> errors) {
		if (parent == null) {
			return;
		}
		if (this.table.find(parent).isEmpty()) {
			errors.add(new FieldError("/parentId", "unknown-code", parent));
			return;
		}
		Set<Long> seen = new HashSet<>();
		for (Long above = parent; above != null && seen.add(above); above = this.table.parentOf(above)) {
			if (above.equals(id)) {
				errors.add(new FieldError("/parentId", "organisation-cycle"));
				return;
			}
		}
	}

	static String label(Organisation organisation) {
		String zh = organisation.name().zh();
		return zh != null ? zh : Objects.requireNonNullElse(organisation.name().en(), "");
	}

	/** Others that are probably the same. */
	List<Organisation> alike(SaveOrganisation content, long except) {
		List<String> likenesses = content.allNames().stream().map(name -> NameForms.of(name).likeness()).distinct()
				.toList();
		return List.copyOf(this.table.all(this.table.alike(likenesses, content.uscc(), except)).values());
	}

}
