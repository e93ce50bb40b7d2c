package org.zhiqiao.search;

/**
 * A change that brings the index to the present state of one document. Applying the same change
 * twice does no harm.
 */
public sealed interface IndexChange {

	DocumentRef ref();

	/**
	 * Puts a person in, in place of whatever was known of them.
	 */
	record PutExpert(ExpertDocument document) implements IndexChange {

		@Override
		public DocumentRef ref() {
			return DocumentRef.expert(this.document.id());
		}

	}

	/**
	 * Puts a need in, in place of whatever was known of it.
	 */
	record PutDemand(DemandDocument document) implements IndexChange {

		@Override
		public DocumentRef ref() {
			return DocumentRef.demand(this.document.id());
		}

	}

	/**
	 * Puts an article, a study or a guide in, in place of whatever was known of it.
	 */
	record PutStory(StoryDocument document) implements IndexChange {

		@Override
		public DocumentRef ref() {
			return this.document.ref();
		}

	}

	/**
	 * Takes a document out; one that is not there is no error.
	 */
	record Remove(DocumentRef ref) implements IndexChange {

	}

}
