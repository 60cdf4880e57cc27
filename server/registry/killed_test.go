package registry_test

const submitForEver = "REGISTRY_SUBMIT_FOR_EVER"

func beKilled(dir string) {}
