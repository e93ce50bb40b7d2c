package org.zhiqiao.platform.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiqiao.platform.problem.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/audit")
class AuditController {

	private final AuditRepository repository;

	private final AuditChain chain;

	private final ObjectProvider<ActorNames> names;

	private final Texts texts;

	private final JsonMapper json;

	AuditController(AuditRepository repository, AuditChain chain, ObjectProvider<ActorNames> names, Texts texts,
			JsonMapper json) {
		this.repository = repository;
		this.chain = chain;
		this.names = names;
		this.texts = texts;
		this.json = json;
	}

	@GetMapping
	@PreAuthorize("hasRole('AUDITOR')")
	AuditPage find(@RequestParam(required = false) @Nullable Long actor,
			@RequestParam(required = false) @Nullable String action,
			@RequestParam(required = false) @Nullable String kind,
			@RequestParam(required = false) @Nullable String subject,
			@RequestParam(required = false) @Nullable Instant from,
			@RequestParam(required = false) @Nullable Instant to,
			@RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page,
			@RequestParam(defaultValue = "50") @Min(1) @Max(200) int size, HttpServletRequest request) {
		var filter = new AuditFilter(actor, blankToNull(action), blankToNull(kind), blankToNull(subject), from, to);
		List<AuditRepository.Stored> found = this.repository.find(filter, (page - 1) * size, size);
		Map<Long, String> names = names(found);
		Locale language = Texts.language(request);
		return new AuditPage(found.stream().map(stored -> view(stored, names, language)).toList(),
				this.repository.count(filter), page, size);
	}

	@GetMapping("/chain")
	@PreAuthorize("hasRole('AUDITOR')")
	AuditChain.Verdict chain() {
		return this.chain.verify();
	}

	private Map<Long, String> names(List<AuditRepository.Stored> found) {
		var ids = found.stream()
				.map(stored -> stored.entry().actorId())
				.filter(Objects::nonNull)
				.collect(Collectors.toSet());
		return this.names.stream().findFirst().map(known -> known.names(ids)).orElse(Map.of());
	}

	private AuditView view(AuditRepository.Stored stored, Map<Long, String> names, Locale language) {
		AuditEntry entry = stored.entry();
		AuditEntry.Detail detail = stored.detail().orElse(null);
		Long actor = entry.actorId();
		String name = actor == null
				? this.texts.text(language, "audit.nobody")
				: names.getOrDefault(actor, this.texts.text(language, "audit.erased"));
		return new AuditView(entry.id(), entry.at(), actor, name, entry.action(), entry.kind(), entry.subjectId(),
				detail == null ? null : detail.ip(), detail == null ? null : read(detail.before()),
				detail == null ? null : read(detail.after()), detail == null);
	}

	private @Nullable JsonNode read(@Nullable String value) {
		return value == null ? null : this.json.readTree(value);
	}

	private static @Nullable String blankToNull(@Nullable String value) {
		return value == null || value.isBlank() ? null : value.strip();
	}

	record AuditPage(List<AuditView> items, long total, int page, int size) {}

	/**
	 * An entry as auditors read it.
	 *
	 * @param detailErased address, before and after were erased on a person's request
	 */
	record AuditView(long id, Instant at, @Nullable Long actorId, String actorName, String action, String kind,
			@Nullable String subjectId, @Nullable String ip, @Nullable JsonNode before, @Nullable JsonNode after,
			boolean detailErased) {}

}
