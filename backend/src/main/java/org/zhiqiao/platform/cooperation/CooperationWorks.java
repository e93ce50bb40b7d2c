package org.zhiqiao.platform.cooperation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.expert.RecordedWork;
import org.zhiqiao.platform.expert.RecordedWorks;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.taxonomy.Concepts;

/** What counts, by the people it names. Only projects show what somebody can do: a course or a visit shows where they were. */
@Component
class CooperationWorks implements RecordedWorks {

	private final CooperationTable table;

	private final Organisations organisations;

	private final Concepts concepts;

	CooperationWorks(CooperationTable table, Organisations organisations, Concepts concepts) {
		this.table = table;
		this.organisations = organisations;
		this.concepts = concepts;
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Long, List<RecordedWork>> of(Collection<Long> experts) {
		var recorded = this.table.naming(experts);
		var hosts = this.organisations.all(recorded.stream()
				.map(one -> Objects.requireNonNull(one.recorded()).host())
				.filter(Objects::nonNull)
				.collect(Collectors.toSet()));
		var wanted = Set.copyOf(experts);
		var works = new HashMap<Long, List<RecordedWork>>();
		for (var one : recorded) {
			var content = Objects.requireNonNull(one.recorded());
			var host = (content.host() != null) ? hosts.get(content.host()) : null;
			var work = new RecordedWork(one.id(), content.kind().code(), content.title(), text(content),
					content.kind() == CooperationKind.PROJECT, (host != null) ? host.name() : null,
					content.countries(), content.fromYear(), content.toYear());
			content.people()
					.stream()
					.filter(wanted::contains)
					.forEach(person -> works.computeIfAbsent(person, _ -> new ArrayList<>()).add(work));
		}
		return works;
	}

	/** What came of it, and the fields that it was recorded under. */
	private String text(CooperationContent content) {
		var fields = this.concepts.refs(content.domains().stream().filter(this.concepts::knows).toList())
				.stream()
				.flatMap(concept -> Stream.of(concept.label().zh(), concept.label().en()));
		return Stream.concat(Stream.of(content.note()), fields)
				.filter(Objects::nonNull)
				.collect(Collectors.joining("\n"));
	}

}
