import type { Plugin } from 'vite';

const TOOLKIT = /RDKit_minimal\.js/;

/**
 * The toolkit's glue makes its functions by `new Function`, which a page that forbids evaluating text refuses. Both
 * places are written out as the closures they would make, so that the desk needs no leave to evaluate anything. A
 * toolkit whose glue has changed fails the build here rather than in somebody's browser.
 */
export function rdkitWithoutEval(): Plugin {
  return {
    name: 'custody:rdkit-without-eval',
    enforce: 'pre',
    transform(code, id) {
      if (!TOOLKIT.test(id)) return null;
      return { code: withoutEval(code), map: null };
    },
  };
}

/** The glue with both of its evaluations replaced. Throws when they are not found as expected. */
export function withoutEval(code: string): string {
  const replaced = REPLACEMENTS.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) {
      throw new Error(`The toolkit's glue is not as expected: ${JSON.stringify(from.slice(0, 60))}`);
    }
    return text.replace(from, () => to);
  }, code);
  if (/new Function\b|\beval\(/.test(replaced)) throw new Error('The toolkit still evaluates text.');
  return replaced;
}

/** embind, `createJsInvoker`: calls a function of the module with its arguments put on the wire one by one. */
const INVOKER = `return function(humanName,throwBindingError,invoker,fn,runDestructors,fromRetWire,toClassParamWire,...rest){
  var at=0,save,restore;
  if(useStackFrame){save=rest[at++];restore=rest[at++]}
  var toWires=rest.slice(at,at+argCount);
  var release=rest.slice(at+argCount);
  return function(...given){
    var destructors=needsDestructorStack?[]:null;
    var frame=useStackFrame?save():0;
    var wired=[],result;
    try{
      if(isClassMethodFunc)wired.push(toClassParamWire(destructors,this));
      for(var i=0;i<argCount;++i)wired.push(toWires[i](destructors,given[i]));
      result=invoker(fn,...wired);
    }finally{if(useStackFrame)restore(frame)}
    if(needsDestructorStack)runDestructors(destructors);
    else{
      var first=isClassMethodFunc?1:2,next=0;
      for(var j=first;j<argTypes.length;++j)if(argTypes[j].destructorFunction!==null)release[next++](wired[j-first]);
    }
    if(returns)return fromRetWire(result);
  };
}`;

/** embind, `__emval_create_invoker`: calls a function or a method of JavaScript for the module. */
const CALLER = `function(handle,methodName,destructorsRef,args){
  var values=argFromPtr.map((read,i)=>read(args+i*GenericWireTypeSize));
  var result;
  if(kind===0)result=Emval.toValue(handle)(...values);
  else if(kind===2)result=new (Emval.toValue(handle))(...values);
  else if(kind===1)result=Emval.toValue(handle)[getStringOrSymbol(methodName)](...values);
  else result=values[values.length-1];
  if(!retType.isVoid)return emval_returnValue(toReturnWire,destructorsRef,result);
}`;

const REPLACEMENTS: readonly (readonly [string, string])[] = [
  ['return new Function(args1,invokerFnBody)', INVOKER],
  ['new Function(Object.keys(captures),functionBody)(...Object.values(captures))', CALLER],
];
