package org.zhiqiao.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.DirectoryPage.Highlight;
import org.zhiqiao.search.text.Concept;
import org.zhiqiao.search.text.Thesaurus;

/**
 * The derived index of people, their evidence, the needs and the stories. It suggests; rights and states are
 * decided by the database. All methods may be called from several threads.
 * <p>
 * Reading methods throw {@link IndexNotReady} while there is nothing to read from, that is while
 * {@link #status()} answers {@link IndexState#NEEDS_REBUILD} or a first rebuild is under way.
 */
public interface ExpertiseIndex extends AutoCloseable {

	/**
	 * Brings documents to their present state. On return the changes are on disk, would survive
	 * the end of the process, and are visible to the next query. While a rebuild is under way
	 * they go to the live and to the new generation.
	 * @throws IndexNotReady if there is no generation to write to: the changes must be kept by
	 * the caller or be covered by the rebuild that follows
	 */
	void apply(List<IndexChange> changes);

	/**
	 * Computes the vectors of the evidence in the documents, as far as they are not known, and keeps
	 * them until the documents are put in again; takes some 20 ms for each, and holds up nobody.
	 * @return how many were computed
	 * @throws org.zhiqiao.search.embedding.ModelFailure if the model does not work
	 */
	int computeVectors(List<IndexChange> documents);

	/**
	 * Sees whether the sentence model works, which is otherwise found out at the first need; does
	 * nothing where vectors are switched off.
	 * @throws org.zhiqiao.search.embedding.ModelFailure if it does not; {@link #status()} says so as well
	 */
	void checkModel();

	/**
	 * Reads every byte of what is live and compares the check sums, while questions are answered.
	 * If anything is damaged {@link #status()} asks for a rebuild from then on.
	 */
	void checkFiles();

	/**
	 * Some of the people whose evidence lacks vectors; empty when all have theirs, or where
	 * vectors are switched off.
	 */
	List<DocumentRef> withoutVectors(int limit);

	/**
	 * Finds the evidence that speaks for people in view of a need, with the facts by which they
	 * are ranked.
	 */
	Recall recall(RecallQuery query);

	/**
	 * Counts the people in view of a need without fetching any: the cheap part of
	 * {@link #recall}.
	 */
	Tally tally(RecallQuery query);

	/**
	 * What a need asks for, word by word, and how many people have evidence of each. Costs a small {@link #tally} for
	 * each.
	 * @param most so many at most, in the order of the need
	 */
	List<AskedWord> asked(RecallQuery query, int most);

	/**
	 * Finds open needs that may fit a person, best first. The score only orders; the fit itself
	 * is computed by the ranking, from {@link #recall} restricted to that person.
	 */
	List<DemandHit> recallDemands(long expertId, Audience viewer, int limit);

	/**
	 * Answers the search box of people, needs or stories.
	 * @throws QuerySyntaxException if the query is an advanced one and cannot be understood
	 */
	DirectoryPage directory(DirectoryQuery query);

	/**
	 * Where in the words of people who were found it is what was asked for, as far as the viewer may
	 * see them, by their numbers. The index does not keep these words: the people are given as they are
	 * now.
	 * @throws QuerySyntaxException if the query is an advanced one and cannot be understood
	 */
	Map<Long, List<Highlight>> highlights(DirectoryQuery query, List<ExpertDocument> people);

	/**
	 * The documents in whose texts any of the terms may stand: all that do, and a few that only have
	 * its parts.
	 */
	Set<DocumentRef> mentioning(Collection<String> terms);

	/**
	 * The documents that must be put in again when a concept changes: those that hold its code,
	 * or one below it, and those whose text contains one of its old or new terms.
	 * @param before null for a new concept
	 * @param after null for one that was removed
	 */
	Set<DocumentRef> touchedBy(@Nullable Concept before, @Nullable Concept after);

	/**
	 * Uses another version of the thesaurus from now on. Documents that are in the index keep the
	 * concepts found in them until they are put in again.
	 */
	void useThesaurus(Thesaurus thesaurus);

	/**
	 * Starts a new generation beside the live one.
	 * @throws IllegalStateException if a rebuild is already under way
	 */
	Rebuild rebuild();

	IndexStatus status();

	/**
	 * Goes up with every change of what queries may answer, once they do: an answer holds for as
	 * long as the number that was read before asking. Numbers mean nothing in another process.
	 */
	long revision();

	@Override
	void close();

	/**
	 * A generation in the making. Closing it without {@link #commit()} discards it.
	 */
	interface Rebuild extends AutoCloseable {

		/**
		 * Adds documents as they were when the caller loaded them. A document for which
		 * {@link ExpertiseIndex#apply} brought a newer state since the rebuild began is left
		 * alone.
		 */
		void put(List<IndexChange> batch);

		/**
		 * Makes this generation the live one. Queries see either the old or the new one, never
		 * nothing in between.
		 */
		void commit();

		@Override
		void close();

	}

}
