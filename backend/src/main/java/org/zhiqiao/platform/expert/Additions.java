package org.zhiqiao.platform.expert;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Says in a few words each what a profile has that it did not have before. */
final class Additions {

	private final Map<Group, List<String>> items = new EnumMap<>(Group.class);

	private Additions() {}

	static Map<Group, List<String>> between(Profile before, Profile after) {
		var found = new Additions();
		var was = before.basics();
		var is = after.basics();
		found.text(Group.BASICS, was.names().zh(), is.names().zh());
		found.text(Group.BASICS, was.names().latin(), is.names().latin());
		found.text(Group.BASICS, was.names().nativeScript(), is.names().nativeScript());
		found.list(Group.BASICS, was.names().others(), is.names().others(), (name) -> name);
		found.text(Group.BASICS, was.title().en(), is.title().en());
		found.text(Group.BASICS, was.summary().zh(), is.summary().zh());
		found.text(Group.BASICS, was.summary().en(), is.summary().en());
		found.text(Group.BASICS, was.residence(), is.residence());
		found.text(Group.BASICS, was.identifiers().orcid(), is.identifiers().orcid());
		found.text(Group.BASICS, was.identifiers().openalex(), is.identifiers().openalex());
		if (!Objects.equals(was.affiliation(), is.affiliation()) && is.affiliation() != null) {
			found.add(Group.BASICS, words(is.affiliation()));
		}
		found.list(Group.BACKGROUND, before.affiliations(), after.background().earlier(), Additions::words);
		found.list(Group.BACKGROUND, before.background().degrees(), after.background().degrees(),
				(degree) -> joined(degree.level(), degree.field(), degree.institution()));
		found.list(Group.EXPERTISE, before.expertise().domains(), after.expertise().domains(), (code) -> code);
		found.list(Group.EXPERTISE, before.expertise().freeDomains(), after.expertise().freeDomains(), (term) -> term);
		found.list(Group.LANGUAGES, before.languages(), after.languages(),
				(language) -> language.code() + " " + language.level());
		found.list(Group.COUNTRIES, before.countries(), after.countries(), (stay) -> joined(stay.code(), stay.kind(),
				(stay.from() != null) ? stay.from() + "–" + ((stay.to() != null) ? stay.to() : "") : null));
		found.list(Group.EVIDENCE, before.evidence(), after.evidence(), Evidence::title);
		found.text(Group.CONTACT, before.contact().email(), after.contact().email());
		return found.items;
	}

	private void text(Group group, @Nullable String before, @Nullable String after) {
		if (after != null && !after.equals(before)) {
			add(group, after);
		}
	}

	private <T> void list(Group group, List<T> before, List<T> after, Function<T, String> words) {
		after.stream().filter((item) -> !before.contains(item)).map(words).forEach((item) -> add(group, item));
	}

	private void add(Group group, String item) {
		this.items.computeIfAbsent(group, (_) -> new ArrayList<>()).add(item);
	}

	private static String words(Affiliation affiliation) {
		return joined(bilingual(affiliation.name()), affiliation.role());
	}

	private static @Nullable String bilingual(Bilingual name) {
		return (name.zh() != null) ? name.zh() : name.en();
	}

	private static String joined(@Nullable String... parts) {
		return String.join(", ", Stream.of(parts).filter(Objects::nonNull).toList());
	}

}
