package org.zhiqiao.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;

/**
 * Some of many things found, all in one segment, so that lots can be read at the same time.
 *
 * @param things in the order of the index
 */
record Lot<T>(LeafReaderContext leaf, List<T> things) {

	/** What is opened anew for each lot costs as much as reading some. */
	private static final int SIZE = 128;

	/**
	 * Parts things into lots.
	 * @param things in the order of the index
	 * @param document where in the index a thing is
	 */
	static <T> List<Lot<T>> of(List<T> things, ToIntFunction<T> document, List<LeafReaderContext> leaves) {
		List<Lot<T>> lots = new ArrayList<>();
		int from = 0;
		while (from < things.size()) {
			LeafReaderContext leaf = leaves
					.get(ReaderUtil.subIndex(document.applyAsInt(things.get(from)), leaves));
			int end = leaf.docBase + leaf.reader().maxDoc();
			int to = from;
			while (to < things.size() && to < from + SIZE && document.applyAsInt(things.get(to)) < end) {
				to++;
			}
			lots.add(new Lot<>(leaf, things.subList(from, to)));
			from = to;
		}
		return lots;
	}

}
