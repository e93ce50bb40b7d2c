package org.zhiqiao.platform.cooperation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * Takes the entries of a whole list: all of them or none. What is taken goes to review by somebody else. An entry is known again
 * by whoever enters it and their own number for it.
 */
@Service
public class CooperationIntake {

	private final CooperationTable table;

	private final CooperationCheck check;

	private final CooperationViews views;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	CooperationIntake(CooperationTable table, CooperationCheck check, CooperationViews views, AuditLog audit,
			PlatformTransactionManager transactions, Clock clock) {
		this.table = table;
		this.check = check;
		this.views = views;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** What a row comes to. */
	public enum Outcome {

		/** It is entered. */
		CREATED,
		/** What was entered before under its number is changed, and reviewed again. */
		UPDATED,
		/** It says what is there already. */
		UNCHANGED,
		/** It cannot be taken, and so neither can the others. */
		WRONG;

		/** As clients of the API see it. */
		@JsonValue
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * One row.
	 *
	 * @param line in the file, from 1
	 * @param silent fields of {@link SaveCooperation} and {@link Occasion} that the list has no column for: what is known of
	 * them stays
	 */
	public record Given(int line, SaveCooperation save, Set<String> silent) {

		public Given {
			silent = Set.copyOf(silent);
		}

	}

	/**
	 * What a row comes to.
	 *
	 * @param id of the entry, once there is one
	 * @param errors with pointers into {@link SaveCooperation}
	 */
	public record Taken(int line, @Nullable Bilingual title, Outcome outcome, @Nullable Long id,
			List<FieldError> errors) {

		public Taken {
			errors = List.copyOf(errors);
		}

	}

	/** A row that has been looked at; with its content if nothing is wrong with it. */
	private record Planned(Taken taken, @Nullable CooperationContent content, @Nullable Cooperation before) {

	}

	/** What the rows would come to, in their order; nothing is stored. */
	@Transactional(readOnly = true)
	public List<Taken> preview(List<Given> rows, Actor actor) {
		return plan(rows, actor).stream().map(Planned::taken).toList();
	}

	/** Stores all rows in one transaction, or none of them if one is wrong. */
	public List<Taken> take(List<Given> rows, Actor actor) {
		try {
			return takeOnce(rows, actor);
		} catch (DuplicateKeyException meanwhile) {
			// The same list came in twice at the same moment: the second time it changes what the first has entered.
			return takeOnce(rows, actor);
		}
	}

	private List<Taken> takeOnce(List<Given> rows, Actor actor) {
		return Objects.requireNonNull(this.transaction.execute(_ -> {
			var planned = plan(rows, actor);
			if (planned.stream().anyMatch(one -> one.taken().outcome() == Outcome.WRONG)) {
				return planned.stream().map(Planned::taken).toList();
			}
			return planned.stream().map(one -> store(one, actor)).toList();
		}));
	}

	private Taken store(Planned one, Actor actor) {
		var content = one.content();
		if (content == null || one.taken().outcome() == Outcome.UNCHANGED) {
			return one.taken();
		}
		var now = Moments.exact(this.clock.instant());
		var before = one.before();
		var stored = (before == null)
				? this.table.insert(Cooperation.draft(actor.accountId(), false, content, now).submitted(now))
				: this.table.update(before.replaced(content, now));
		this.audit.record("cooperation.imported", "cooperation", stored.id(), null,
				Map.of("version", stored.version(), "state", stored.state().code(), "title", content.title()));
		return new Taken(one.taken().line(), content.title(), one.taken().outcome(), stored.id(), List.of());
	}

	private List<Planned> plan(List<Given> rows, Actor actor) {
		var numbers = new HashMap<String, Integer>();
		var planned = new ArrayList<Planned>();
		for (var row : rows) {
			planned.add(plan(row, numbers, actor));
		}
		return planned;
	}

	private Planned plan(Given row, Map<String, Integer> numbers, Actor actor) {
		var save = row.save();
		var wrong = new LinkedHashMap<String, FieldError>();
		var reference = CooperationCheck.line(save.reference());
		var kind = CooperationKind.of(Objects.requireNonNullElse(save.kind(), "")).orElse(null);
		Cooperation before = null;
		if (reference == null) {
			wrong.put("/reference", new FieldError("/reference", "required"));
		} else {
			var first = numbers.putIfAbsent(reference, row.line());
			if (first != null) {
				wrong.put("/reference", new FieldError("/reference", "cooperation-reference-twice", first));
			}
			if (kind != null) {
				before = this.table.referred(actor.accountId(), kind, reference).flatMap(this.table::find).orElse(null);
			}
		}
		// What else is missing is only asked for once what is there can be read; whose it is belongs to that.
		if (save.host() == null) {
			wrong.put("/host", new FieldError("/host", "required"));
		}
		CooperationContent content = null;
		try {
			var unseen = (before != null) ? this.views.unseen(before.content(), actor) : List.<Long>of();
			content = this.check.saved(
					(before != null) ? silent(save, before.content(), row.silent(), unseen) : save, unseen);
			this.check.complete(content);
		} catch (InvalidInput invalid) {
			invalid.errors().forEach(error -> wrong.putIfAbsent(error.pointer(), error));
		}
		if (content != null && before == null && reference != null && theirs(content, reference, actor)) {
			wrong.put("/reference", new FieldError("/reference", "cooperation-reference-theirs", reference));
		}
		var title = (content != null) ? content.title() : save.title();
		if (!wrong.isEmpty()) {
			return new Planned(new Taken(row.line(), title, Outcome.WRONG, (before != null) ? before.id() : null,
					List.copyOf(wrong.values())), null, null);
		}
		var outcome = (before == null)
				? Outcome.CREATED
				: same(before, Objects.requireNonNull(content)) ? Outcome.UNCHANGED : Outcome.UPDATED;
		return new Planned(new Taken(row.line(), title, outcome, (before != null) ? before.id() : null, List.of()),
				content, before);
	}

	/** A draft, or one that was returned, has still to be handed in, whatever it says. */
	private static boolean same(Cooperation before, CooperationContent content) {
		return before.content().equals(content) && (before.state() == CooperationState.SUBMITTED
				|| before.state() == CooperationState.RECORDED);
	}

	/** Whether somebody else has entered the same host's thing under this number: it would count twice. */
	private boolean theirs(CooperationContent content, String reference, Actor actor) {
		return this.table.load(this.table.referredByOthers(actor.accountId(), content.kind(), reference))
				.stream()
				.anyMatch(one -> Objects.equals(one.content().host(), content.host()));
	}

	/** @param unseen people who stay, but whom nobody could enter now */
	private static SaveCooperation silent(SaveCooperation save, CooperationContent before, Set<String> silent,
			List<Long> unseen) {
		return new SaveCooperation(save.kind(), title(save.title(), before.title(), silent), save.host(),
				silent.contains("hostKind") ? before.hostKind() : save.hostKind(),
				silent.contains("city") ? before.city() : save.city(),
				silent.contains("industries") ? before.industries() : save.industries(),
				silent.contains("domains") ? before.domains() : save.domains(),
				silent.contains("countries") ? before.countries() : save.countries(),
				silent.contains("partners") ? before.partners() : save.partners(),
				silent.contains("people")
						? before.people().stream().filter(one -> !unseen.contains(one)).toList()
						: save.people(),
				silent.contains("fromYear") ? before.fromYear() : save.fromYear(),
				silent.contains("toYear") ? before.toYear() : save.toYear(),
				silent.contains("funding") ? before.funding() : save.funding(),
				silent.contains("channel") ? before.channel() : save.channel(),
				silent.contains("programme") ? before.programme() : save.programme(),
				silent.contains("baseType") ? before.baseType() : save.baseType(),
				silent.contains("baseLevel") ? before.baseLevel() : save.baseLevel(),
				silent.contains("theme") ? before.theme() : save.theme(),
				silent.contains("note") ? before.note() : save.note(),
				occasion(save.occasion(), before.occasion(), silent), save.reference());
	}

	private static @Nullable Bilingual title(@Nullable Bilingual given, Bilingual before, Set<String> silent) {
		var title = Objects.requireNonNullElse(given, Bilingual.NONE);
		return new Bilingual(silent.contains("title/zh") ? before.zh() : title.zh(),
				silent.contains("title/en") ? before.en() : title.en());
	}

	private static @Nullable Occasion occasion(@Nullable Occasion given, @Nullable Occasion before,
			Set<String> silent) {
		if (given == null || before == null) {
			return given;
		}
		return new Occasion(silent.contains("occasion/form") ? before.form() : given.form(),
				silent.contains("occasion/from") ? before.from() : given.from(),
				silent.contains("occasion/to") ? before.to() : given.to(),
				silent.contains("occasion/people") ? before.people() : given.people(),
				silent.contains("occasion/byCountry") ? before.byCountry() : given.byCountry());
	}

}
