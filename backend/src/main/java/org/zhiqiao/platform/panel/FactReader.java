package org.zhiqiao.platform.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.expert.Affiliation;
import org.zhiqiao.platform.expert.Candidate;
import org.zhiqiao.platform.expert.Evidence;
import org.zhiqiao.platform.organisation.Organisation;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.panel.TieReader.Ties;
import org.zhiqiao.platform.panel.conflict.Facts;
import org.zhiqiao.platform.panel.conflict.Facts.Tenure;
import org.zhiqiao.platform.panel.conflict.Families;
import org.zhiqiao.platform.panel.conflict.Item;
import org.zhiqiao.platform.panel.conflict.NamedOrganisation;
import org.zhiqiao.platform.panel.conflict.Years;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Puts profiles and the items of a panel into what the rules about conflicts of interest look at. */
@Component
class FactReader {

	private static final String PROJECT = "project";

	/** Roles come in people's own words; a word that may mean less is not taken for more. */
	private static final Pattern DIRECTOR = Pattern.compile("董事|监事|\\bboard\\b|supervisory", Pattern.CASE_INSENSITIVE);

	private static final Pattern CONTROLLING = Pattern
			.compile("控股|实际控制|股东|创始人|shareholder|\\bowner\\b|founder", Pattern.CASE_INSENSITIVE);

	private static final Pattern STUDENT = Pattern.compile("学生|研究生|\\bstudent\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern ADVISER = Pattern.compile("顾问|客座|\\badvis[eo]r\\b|consultant|visiting",
			Pattern.CASE_INSENSITIVE);

	private final Organisations organisations;

	private final LegalPersons legalPersons;

	FactReader(Organisations organisations, LegalPersons legalPersons) {
		this.organisations = organisations;
		this.legalPersons = legalPersons;
	}

	/** Who belongs to whom among all organisations that are named, by number or by any name. */
	Families families(Collection<Candidate> candidates, List<PanelContent.Item> items,
			Collection<NamedOrganisation> others) {
		var numbers = new HashSet<Long>();
		var keys = new HashSet<String>();
		for (var candidate : candidates) {
			for (var affiliation : candidate.affiliations()) {
				if (affiliation.organisationId() != null) {
					numbers.add(affiliation.organisationId());
				} else {
					keys.addAll(keys(affiliation.name()));
				}
			}
		}
		for (var item : items) {
			for (var party : item.parties()) {
				if (party.organisation() != null) {
					numbers.add(party.organisation());
				} else if (party.name() != null) {
					keys.add(Organisations.nameKey(party.name()));
				}
			}
		}
		for (var other : others) {
			if (other.id() != null) {
				numbers.add(other.id());
			} else {
				keys.addAll(other.nameKeys());
			}
		}
		var aliases = this.organisations.byNameKeys(keys);
		numbers.addAll(aliases.values());
		var register = this.legalPersons.of(numbers);
		var parents = new HashMap<Long, Families.Family>();
		for (var number : numbers) {
			var top = register.top(number);
			var family = register.known().get(top);
			if (family != null) {
				parents.put(number, new Families.Family(family.id(), label(family.name())));
			}
		}
		return new Families(parents, aliases);
	}

	/**
	 * The items as parties see them.
	 * @param people by number, all that the items name
	 * @param ties what was declared
	 */
	List<Item> items(List<PanelContent.Item> items, Map<Long, Candidate> people, Ties ties) {
		var known = this.organisations.all(items.stream()
				.flatMap(item -> item.parties().stream())
				.map(PanelContent.Party::organisation)
				.filter(Objects::nonNull)
				.collect(Collectors.toSet()));
		return items.stream()
				.map(item -> new Item(item.number(), item.title(),
						item.parties().stream().map(party -> party(party, known)).toList(),
						item.people()
								.stream()
								.map(people::get)
								.filter(Objects::nonNull)
								.map(person -> facts(person, Map.of(), Set.of(), ties))
								.toList(),
						item.objections().stream().map(FactReader::objection).toList()))
				.toList();
	}

	private static Item.Party party(PanelContent.Party party, Map<Long, Organisation> known) {
		var role = switch (party.role()) {
			case APPLICANT -> Item.Party.Role.APPLICANT;
			case PARTNER -> Item.Party.Role.PARTNER;
		};
		return new Item.Party(role, named(party.organisation(), party.name(), known));
	}

	/**
	 * An organisation as somebody told it.
	 * @param number of a registered one
	 * @param name of one that is not
	 * @param known by number, at least those that are registered
	 */
	static NamedOrganisation named(@Nullable Long number, @Nullable String name, Map<Long, Organisation> known) {
		var organisation = (number != null) ? known.get(number) : null;
		var written = Objects.requireNonNullElse(name, "");
		if (organisation == null) {
			return new NamedOrganisation(number, written, keys(written));
		}
		var names = Stream
				.concat(Stream.of(organisation.name().zh(), organisation.name().en()), organisation.aliases().stream())
				.filter(Objects::nonNull)
				.flatMap(one -> keys(one).stream())
				.collect(Collectors.toSet());
		return new NamedOrganisation(organisation.id(), label(organisation.name()), names);
	}

	private static Item.Objection objection(PanelContent.Objection objection) {
		var upheld = objection.upheld();
		return new Item.Objection(objection.person(), objection.by(), objection.reason(),
				(upheld == null)
						? Item.Objection.Ruling.NONE
						: upheld ? Item.Objection.Ruling.UPHELD : Item.Objection.Ruling.DISMISSED,
				objection.ruling());
	}

	/**
	 * @param reviewed the year in which the person reviewed an item, by the item's number
	 * @param supervises items whose matter the person is in charge of
	 * @param ties what was declared
	 */
	static Facts facts(Candidate candidate, Map<Long, Integer> reviewed, Set<Long> supervises, Ties ties) {
		var works = new ArrayList<Facts.Work>();
		for (var evidence : candidate.evidence()) {
			works.add(new Facts.Work(evidence.key(), evidence.title(), evidence.year(), PROJECT.equals(evidence.kind()),
					with(evidence)));
		}
		var degrees = new ArrayList<Facts.Degree>();
		var supervisor = ties.supervisors().get(candidate.id());
		for (var degree : candidate.degrees()) {
			var institution = degree.institution();
			if (institution != null && !Organisations.nameKey(institution).isBlank()) {
				degrees.add(new Facts.Degree(Organisations.nameKey(institution), institution, degree.level(),
						degree.year(), TieReader.doctoral(degree) ? supervisor : null));
			}
		}
		return new Facts(candidate.id(), name(candidate), candidate.nameKeys(),
				candidate.affiliations().stream().map(FactReader::tenure).toList(), works, degrees,
				ties.of(candidate.id()), reviewed, supervises);
	}

	private static Set<String> with(Evidence evidence) {
		return evidence.with()
				.stream()
				.flatMap(name -> Candidate.nameKeys(name).stream())
				.filter(key -> !key.isBlank())
				.collect(Collectors.toSet());
	}

	static String name(Candidate candidate) {
		var name = candidate.names().any();
		return name.isBlank() ? "#" + candidate.id() : name;
	}

	static Tenure tenure(Affiliation affiliation) {
		return new Tenure(
				new NamedOrganisation(affiliation.organisationId(), label(affiliation.name()),
						keys(affiliation.name())),
				new Years(affiliation.from(), affiliation.to()), role(affiliation.role()));
	}

	static Tenure.Role role(@Nullable String words) {
		if (words == null) {
			return Tenure.Role.EMPLOYED;
		}
		if (DIRECTOR.matcher(words).find()) {
			return Tenure.Role.DIRECTOR;
		}
		if (CONTROLLING.matcher(words).find()) {
			return Tenure.Role.CONTROLLING;
		}
		if (STUDENT.matcher(words).find()) {
			return Tenure.Role.STUDENT;
		}
		return ADVISER.matcher(words).find() ? Tenure.Role.ADVISER : Tenure.Role.EMPLOYED;
	}

	private static String label(Bilingual name) {
		return name.in(Locale.SIMPLIFIED_CHINESE);
	}

	private static Set<String> keys(Bilingual name) {
		return Stream.of(name.zh(), name.en())
				.filter(Objects::nonNull)
				.flatMap(one -> keys(one).stream())
				.collect(Collectors.toSet());
	}

	private static Set<String> keys(String name) {
		var key = name.isBlank() ? "" : Organisations.nameKey(name);
		return key.isBlank() ? Set.of() : Set.of(key);
	}

}
