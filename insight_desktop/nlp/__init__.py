"""Language tools: pipelines, embeddings, lexicons."""
