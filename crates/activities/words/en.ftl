# Activities: what everybody reads
