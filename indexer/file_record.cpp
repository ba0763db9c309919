namespace minutes {}
