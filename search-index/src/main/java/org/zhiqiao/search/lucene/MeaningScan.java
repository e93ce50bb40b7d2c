package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.zhiqiao.search.EvidenceStrength;
import org.zhiqiao.search.lucene.FoundPerson.Found;
import org.zhiqiao.search.lucene.LexicalPeople.Person;

/**
 * Compares the evidence of people who were found with the meaning of a need, some people at a time on each processor.
 */
final class MeaningScan {

	/** From this similarity on a piece speaks for its person without any word of the need. */
	private static final double NEAR = 2;

	private final NeedQuery need;

	private final NeedVector vector;

	private final float floor;

	/**
	 * @param floor who has no piece that covers so much, nor one that is near, is not found; 0 to find everybody
	 */
	MeaningScan(NeedQuery need, NeedVector vector, float floor) {
		this.need = need;
		this.vector = vector;
		this.floor = floor;
	}

	/**
	 * The strongest pieces of people who have a piece that covers enough, or is near enough; of those, lesser pieces
	 * count as well. Marks them as considered.
	 * @param people in the order of the index
	 * @return in the same order
	 */
	List<FoundPerson> find(List<Person> people, List<LeafReaderContext> leaves, List<Scope> scopes)
			throws IOException {
		List<Lot<Person>> lots = Lot.of(people, Person::record, leaves);
		List<List<FoundPerson>> found = new ArrayList<>(Collections.nCopies(lots.size(), List.of()));
		AllProcessors.forEach(lots.size(),
				(i) -> found.set(i, find(lots.get(i), scopes.get(lots.get(i).leaf().ord))));
		List<FoundPerson> all = new ArrayList<>(people.size());
		for (int i = 0; i < lots.size(); i++) {
			all.addAll(found.get(i));
			scopes.get(lots.get(i).leaf().ord).consider(found.get(i), lots.get(i).leaf().docBase);
		}
		return all;
	}

	private List<FoundPerson> find(Lot<Person> lot, Scope scope) throws IOException {
		List<FoundPerson> found = new ArrayList<>(lot.things().size());
		int base = lot.leaf().docBase;
		ByteVectorValues values = lot.leaf().reader().getByteVectorValues(Fields.VECTOR);
		KnnVectorValues.DocIndexIterator vectors = (values != null) ? values.iterator() : null;
		for (Person person : lot.things()) {
			int record = person.record() - base;
			boolean considered = this.floor <= 0 || person.most() >= this.floor;
			List<Found> pieces = new ArrayList<>();
			for (int piece = scope.first(record); piece < record; piece++) {
				if (!scope.seen().get(piece)) {
					continue;
				}
				double coverage = this.need.share(person.rawOf(base + piece));
				double similarity = Double.NaN;
				if (values != null && vectors != null) {
					int vectored = (vectors.docID() < piece) ? vectors.advance(piece) : vectors.docID();
					if (vectored == piece) {
						similarity = this.vector.similarity(values.vectorValue(vectors.index()));
					}
				}
				boolean near = similarity >= NEAR;
				considered |= near;
				if (coverage > 0 || !Double.isNaN(similarity)) {
					pieces.add(new Found(base + piece, EvidenceStrength.of(coverage, similarity), near));
				}
			}
			if (considered) {
				found.add(FoundPerson.of(person.record(), pieces));
			}
		}
		return found;
	}

}
