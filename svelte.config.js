// Runes everywhere; types in `<script lang="ts">` are stripped by the compiler itself, so no preprocessor is needed.
export default {
  compilerOptions: { runes: true },
};
