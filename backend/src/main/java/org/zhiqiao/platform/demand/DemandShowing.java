package org.zhiqiao.platform.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.demand.DemandDisclosure.Sight;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.Concepts;

/** Turns needs into what pages and lists show of them. */
@Component
class DemandShowing {

	private static final int EXCERPT = 160;

	private final Concepts concepts;

	private final DemandOwners owners;

	private final DemandSight sight;

	DemandShowing(Concepts concepts, DemandOwners owners, DemandSight sight) {
		this.concepts = concepts;
		this.owners = owners;
		this.sight = sight;
	}

	DemandView view(Demand demand, @Nullable Actor viewer, LocalDate today) {
		return view(demand, this.sight.of(demand, viewer), viewer, names(List.of(demand)), today);
	}

	/** For a guest who is known otherwise than by an account; none if they see nothing of it. */
	Optional<DemandView> guest(Demand demand, boolean full, LocalDate today) {
		var seen = DemandDisclosure.asGuest(demand, full);
		return (seen == Sight.NONE)
				? Optional.empty()
				: Optional.of(view(demand, seen, null, names(List.of(demand)), today));
	}

	List<DemandView> views(List<Demand> demands, Actor viewer, LocalDate today) {
		var names = names(demands);
		var sights = this.sight.of(demands, viewer);
		return demands.stream()
				.filter(demand -> sights.get(demand.id()) != Sight.NONE)
				.map(demand -> view(demand, Objects.requireNonNull(sights.get(demand.id())), viewer, names, today))
				.toList();
	}

	/** Everything, for whoever posted it and wants all own data. */
	DemandView whole(Demand demand, LocalDate today) {
		return view(demand, Sight.FULL, null, names(List.of(demand)), today);
	}

	List<DemandCard> cards(List<Demand> demands, @Nullable Actor viewer, LocalDate today) {
		var names = names(demands);
		var sights = this.sight.of(demands, viewer);
		var cards = new ArrayList<DemandCard>();
		for (var demand : demands) {
			var seen = Objects.requireNonNull(sights.get(demand.id()));
			if (seen != Sight.NONE) {
				cards.add(card(demand, seen, viewer, names, today));
			}
		}
		return cards;
	}

	private DemandView view(Demand demand, Sight sight, @Nullable Actor viewer, Map<Long, Bilingual> names,
			LocalDate today) {
		var full = sight == Sight.FULL;
		var content = DemandDisclosure.content(demand, sight);
		var progress = demand.progress();
		var involved = DemandDisclosure.owns(demand, viewer) || DemandDisclosure.reviews(demand, viewer)
				|| (viewer == null && full && demand.state() != DemandState.PUBLISHED);
		return new DemandView(demand.id(), demand.version(), demand.state(), code(sight), content.kind(),
				full ? content.title() : null, full ? content.description() : null, content.language(),
				full ? owner(demand, names) : null, content.city(), content.industries(), domains(content),
				content.countries(), content.languages(), content.competences(), content.budget(), content.deadline(),
				content.confidentiality(), involved ? progress.returnReason() : null,
				involved ? progress.outcome() : null, involved ? progress.outcomeNote() : null,
				involved ? progress.submittedAt() : null, progress.publishedAt(), involved ? progress.closedAt() : null,
				demand.createdAt(), demand.updatedAt(), DemandDisclosure.owns(demand, viewer),
				may(demand, viewer, today),
				demand.expired(today), demand.sample());
	}

	private DemandCard card(Demand demand, Sight sight, @Nullable Actor viewer, Map<Long, Bilingual> names,
			LocalDate today) {
		var full = sight == Sight.FULL;
		var content = DemandDisclosure.content(demand, sight);
		return new DemandCard(demand.id(), demand.state(), code(sight), content.kind(), full ? content.title() : null,
				full ? excerpt(content.description()) : null, content.language(), full ? owner(demand, names) : null,
				content.city(), content.industries(), domains(content), content.countries(), content.languages(),
				content.budget(), content.deadline(), content.confidentiality(), demand.progress().publishedAt(),
				demand.updatedAt(), DemandDisclosure.owns(demand, viewer), demand.expired(today), demand.sample());
	}

	private static List<String> may(Demand demand, @Nullable Actor viewer, LocalDate today) {
		var may = new ArrayList<String>();
		var owns = DemandDisclosure.owns(demand, viewer);
		var reviews = DemandDisclosure.reviews(demand, viewer)
				&& (viewer == null || !Objects.equals(demand.ownerId(), viewer.accountId()));
		if (owns && demand.state() != DemandState.CLOSED) {
			may.add("edit");
		}
		if (owns && demand.state() == DemandState.PUBLISHED && demand.expired(today)) {
			may.add("renew");
		}
		if (owns && demand.state() == DemandState.DRAFT) {
			may.add("delete");
		}
		if (owns && (demand.state() == DemandState.DRAFT || demand.state() == DemandState.RETURNED)) {
			may.add("submit");
		}
		if (reviews && demand.state() == DemandState.SUBMITTED) {
			may.add("publish");
			may.add("return");
		}
		if (owns || DemandDisclosure.reviews(demand, viewer)) {
			if (demand.state() == DemandState.PUBLISHED) {
				may.add("close");
			}
			may.add("match");
		}
		return may;
	}

	private List<AskedDomainView> domains(DemandContent content) {
		return content.domains()
				.stream()
				.map(asked -> new AskedDomainView(asked.code(), asked.text(),
						(asked.code() != null) ? this.concepts.ref(asked.code()).label() : null, asked.must(),
						asked.weight()))
				.toList();
	}

	private static @Nullable DemandOwner owner(Demand demand, Map<Long, Bilingual> names) {
		var id = demand.organisationId();
		var name = (id != null) ? names.get(id) : null;
		return (id != null && name != null) ? new DemandOwner(id, name) : null;
	}

	private Map<Long, Bilingual> names(List<Demand> demands) {
		return this.owners.names(demands.stream()
				.map(Demand::organisationId)
				.filter(Objects::nonNull)
				.collect(Collectors.toSet()));
	}

	private static String code(Sight sight) {
		return (sight == Sight.FULL) ? "full" : "outline";
	}

	/** Cuts between characters, not within one that takes two units. */
	private static String excerpt(String text) {
		var line = text.strip().replaceAll("\\s+", " ");
		if (line.codePointCount(0, line.length()) <= EXCERPT) {
			return line;
		}
		return line.substring(0, line.offsetByCodePoints(0, EXCERPT)).strip() + "…";
	}

}
