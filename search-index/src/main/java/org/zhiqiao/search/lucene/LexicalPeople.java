package org.zhiqiao.search.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Keeps the people whose best piece of evidence covers most of a need, with how much each of their
 * pieces does. Several threads may put people in: who is kept does not depend on the order.
 */
final class LexicalPeople {

	private final int limit;

	private final List<Person> always = new ArrayList<>();

	private final PriorityQueue<Person> best = new PriorityQueue<>(Person.WORST_FIRST);

	private final float floor;

	/** What a person's best piece must reach to be kept. */
	private volatile float least;

	/**
	 * @param limit so many people are kept
	 * @param floor who has no piece that covers so much is not kept
	 */
	LexicalPeople(int limit, float floor) {
		this.limit = limit;
		this.floor = floor;
		this.least = floor;
	}

	float floor() {
		return this.floor;
	}

	float least() {
		return this.least;
	}

	/**
	 * Keeps a person whatever their evidence.
	 */
	synchronized void keep(Person person) {
		this.always.add(person);
	}

	synchronized void add(Person person) {
		if (person.most() < this.least) {
			return;
		}
		this.best.add(person);
		if (this.best.size() > this.limit) {
			this.best.remove();
		}
		Person worst = this.best.peek();
		if (this.best.size() == this.limit && worst != null) {
			this.least = Math.max(this.least, worst.most());
		}
	}

	/**
	 * The people kept, by record.
	 */
	synchronized List<Person> people() {
		List<Person> people = new ArrayList<>(this.always);
		people.addAll(this.best);
		people.sort(Comparator.comparingInt(Person::record));
		return people;
	}

	/**
	 * A person by the words of their evidence.
	 */
	static final class Person {

		// of equals the lower number stays: where in the index a person is changes with every merge
		private static final Comparator<Person> WORST_FIRST = (one, other) -> {
			int order = Float.compare(one.most, other.most);
			return (order != 0) ? order : Long.compare(other.id, one.id);
		};

		private final long id;

		private final int record;

		private final int[] documents;

		private final float[] raw;

		private final float most;

		/**
		 * @param id the person's number
		 * @param record where in the index the person is
		 * @param documents pieces that have a word of the need, ascending
		 * @param raw what each covers of the need, as {@link NeedQuery#share} takes it
		 */
		Person(long id, int record, int[] documents, float[] raw) {
			this.id = id;
			this.record = record;
			this.documents = documents;
			this.raw = raw;
			float best = 0;
			for (float one : raw) {
				best = Math.max(best, one);
			}
			this.most = best;
		}

		/**
		 * Somebody who is looked at whatever their words.
		 */
		static Person unmentioned(int record) {
			return new Person(0, record, new int[0], new float[0]);
		}

		int record() {
			return this.record;
		}

		/**
		 * What the best piece covers.
		 */
		float most() {
			return this.most;
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

		float raw(int piece) {
			return this.raw[piece];
		}

		/**
		 * What a document covers; 0 for one that has no word of the need.
		 */
		float rawOf(int document) {
			int at = Arrays.binarySearch(this.documents, document);
			return (at >= 0) ? this.raw[at] : 0;
		}

	}

}
