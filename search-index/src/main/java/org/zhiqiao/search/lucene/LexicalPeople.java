package org.zhiqiao.search.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/**
 * Keeps the people whose evidence covers most of a need, with how much each of their pieces does.
 * Pieces come in the order of documents, so those of one person come one after another.
 */
final class LexicalPeople {

	/** What further pieces count beside the best one, when it is decided whom to look at closely. */
	private static final double FURTHER = 0.25;

	private final int limit;

	private final IntPredicate always;

	private final List<Person> kept = new ArrayList<>();

	private final PriorityQueue<Person> best = new PriorityQueue<>(Person.WORST_FIRST);

	private int record = -1;

	private int count;

	private int[] documents = new int[16];

	private double[] coverages = new double[16];

	/**
	 * @param limit so many people are kept
	 * @param always and these records, whatever their evidence
	 */
	LexicalPeople(int limit, IntPredicate always) {
		this.limit = limit;
		this.always = always;
	}

	void add(int record, int document, double coverage) {
		if (record != this.record) {
			finish();
			this.record = record;
		}
		if (this.count == this.documents.length) {
			this.documents = Arrays.copyOf(this.documents, this.count * 2);
			this.coverages = Arrays.copyOf(this.coverages, this.count * 2);
		}
		this.documents[this.count] = document;
		this.coverages[this.count] = coverage;
		this.count++;
	}

	/**
	 * The people kept, by record.
	 */
	List<Person> people() {
		finish();
		List<Person> people = new ArrayList<>(this.kept);
		people.addAll(this.best);
		people.sort(Comparator.comparingInt(Person::record));
		return people;
	}

	private void finish() {
		if (this.count == 0) {
			return;
		}
		double most = 0;
		double sum = 0;
		for (int i = 0; i < this.count; i++) {
			most = Math.max(most, this.coverages[i]);
			sum += this.coverages[i];
		}
		double rank = most + FURTHER * (sum - most);
		if (this.always.test(this.record)) {
			this.kept.add(person(rank));
		} else if (this.best.size() < this.limit) {
			this.best.add(person(rank));
		} else {
			Person worst = this.best.peek();
			// of equals the first one stays
			if (worst != null && rank > worst.rank()) {
				this.best.remove();
				this.best.add(person(rank));
			}
		}
		this.count = 0;
	}

	private Person person(double rank) {
		return new Person(this.record, Arrays.copyOf(this.documents, this.count),
				Arrays.copyOf(this.coverages, this.count), rank);
	}

	/**
	 * A person by the words of their evidence.
	 */
	static final class Person {

		private static final Comparator<Person> WORST_FIRST = Comparator.comparingDouble(Person::rank)
				.thenComparing(Comparator.comparingInt(Person::record).reversed());

		private final int record;

		/** Pieces that have a word of the need, ascending. */
		private final int[] documents;

		/** How much of the need each covers. */
		private final double[] coverages;

		private final double rank;

		private Person(int record, int[] documents, double[] coverages, double rank) {
			this.record = record;
			this.documents = documents;
			this.coverages = coverages;
			this.rank = rank;
		}

		int record() {
			return this.record;
		}

		/**
		 * How much the words say, for deciding who is kept.
		 */
		double rank() {
			return this.rank;
		}

		/**
		 * Number of pieces that have a word of the need.
		 */
		int pieces() {
			return this.documents.length;
		}

		int document(int piece) {
			return this.documents[piece];
		}

		static Person unmentioned(int record) {
			return new Person(record, new int[0], new double[0], 0);
		}

		double coverage(int document) {
			int at = Arrays.binarySearch(this.documents, document);
			return (at >= 0) ? this.coverages[at] : 0;
		}

	}

}
