package org.zhiqiao.platform.research;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** What other modules may ask about studies and guides. */
@Service
public class Papers {

	private final ResearchTable table;

	private final ResearchViews views;

	Papers(ResearchTable table, ResearchViews views) {
		this.table = table;
		this.views = views;
	}

	/**
	 * A study or a guide in a list of several kinds of things.
	 *
	 * @param kind {@code study} or {@code guide}
	 * @param excerpt how its text begins
	 * @param authors of a study, as far as the viewer may know of them
	 * @param themes codes of a study's themes
	  * @param deadline of a guide
	 */
	public record Brief(long id, String kind, Bilingual title, Bilingual excerpt, List<Bilingual> authors,
			List<String> themes, @Nullable LocalDate deadline, Instant publishedAt,
			boolean sample) {

		public Brief {
			authors = List.copyOf(authors);
			themes = List.copyOf(themes);
		}

	}

	/** Those that the public can read, in the order of the numbers. */
	@Transactional(readOnly = true)
	public List<Brief> briefs(Collection<Long> ids, @Nullable Actor viewer) {
		return this.views.cards(this.table.editions(ids), viewer)
				.stream()
				.map(card -> new Brief(card.id(), card.kind().code(), card.title(), card.text(),
						card.authors().stream().flatMap(Papers::name).toList(), card.themes(), card.deadline(),
						card.publishedAt(), card.sample()))
				.toList();
	}

	private static Stream<Bilingual> name(ResearchViews.ResearchAuthor author) {
		var person = author.person();
		if (person != null) {
			return Stream.of(new Bilingual(person.names().zh(), person.names().latin()));
		}
		var name = author.name();
		return (name != null) ? Stream.of(new Bilingual(name, name)) : Stream.empty();
	}

}
